/** What the explorer's page and its worker tell each other. */
import type { Progress } from './course.ts';

export type ToWorker = { type: 'train' } | { type: 'stop' } | { type: 'pictures' };

export type FromWorker =
  | { type: 'data'; bytes: number; isMnist: boolean }
  | ({ type: 'progress' } & Progress)
  | { type: 'trained' }
  | { type: 'pictures'; pictures: Float32Array; labels: number[] }
  | { type: 'problem'; message: string };
