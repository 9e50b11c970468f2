import type { ArmRecording } from '../experiments/record/recording.ts';

/** Of an arm, one value per seed at the end; `metric`: "train.loss". Throws, naming `where`, if a run has none. */
export function finalValues(where: string, { label, runs }: ArmRecording, metric: string): number[] {
  return runs.map(({ seed, final }) => {
    const value = final[metric];
    if (typeof value !== 'number') throw new Error(`${where}, arm "${label}", seed ${seed} has no ${metric}.`);
    return value;
  });
}
