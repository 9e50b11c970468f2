/** The page's judge: one worker, shared by its experiments. */
import { askWorker } from './askWorker.ts';
import type { Answer, Question } from './judge.worker.ts';

const judge = askWorker<Question, Answer>(() => new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module', name: 'judge' }));

export const askJudge = (question: Question): Promise<Answer> => judge.ask(question);
export const warmJudge = judge.warm;
