/** The worker in which networks are trained and their surroundings surveyed. */
import { answerQuestions } from '../../workers/answerQuestions.ts';
import { survey } from './survey.ts';

answerQuestions(survey);
