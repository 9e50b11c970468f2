/** The worker in which races are run. */
import { answerQuestions } from '../../workers/answerQuestions.ts';
import { race } from './race.ts';

answerQuestions(race);
