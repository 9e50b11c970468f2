/** The worker that draws and measures networks: a wide and deep one takes a while. */
import { answerQuestions } from '../../workers/answerQuestions.ts';
import { measure } from './measure.ts';

answerQuestions(measure);
