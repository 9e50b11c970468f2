/** What `lab record` writes of a map to content/recordings/maps/<id>.json: outcome, counts, effect and a digest of each cell. */
import * as z from 'zod';
import { checkText, FORMAT } from '../record/checkRecording.ts';
import type { Origin } from '../record/staleness.ts';
import { observationOf } from '../spec/observe.ts';
import { jsonDigest } from '../train/digest.ts';
import { OUTCOMES } from '../../words/verdictText.ts';
import { cellsOf, claimOf, type Mapped } from './cells.ts';
import type { JudgedCell } from './trainMap.ts';

const number = z.number().nullable();
const recorded = z.object({
  outcome: z.enum(OUTCOMES),
  agree: z.int(),
  against: z.int(),
  seeds: z.int(),
  effect: z.object({ median: number, low: number, high: number }),
  /** The smallest difference that matters, where there is one. */
  matters: z.number().optional(),
  digest: z.string(),
});

const schema = z.object({
  version: z.literal(FORMAT),
  /** Id of the experiment. */
  experiment: z.string(),
  /** Of what is trained and how it is judged (mapHash). */
  spec: z.string(),
  kernel: z.string(),
  /** What the effect is, where it is no difference in the verdict's metric. */
  quantity: z.string().optional(),
  /** Row by row. */
  cells: z.array(recorded),
});

export type RecordedCell = z.output<typeof recorded>;
export type MapRecording = z.output<typeof schema>;

/** `kernelName` names the kernel that the cells were trained with. */
export function makeMapRecording(experiment: Mapped, cells: readonly JudgedCell[], kernelName: string): MapRecording {
  const quantity = cells[0]?.judgement.quantity;
  return {
    ...{ version: FORMAT, experiment: experiment.id, spec: mapHash(experiment), kernel: kernelName },
    ...(quantity !== undefined && { quantity }),
    cells: cells.map(recordCell),
  };
}

export function recordCell({ judgement, digest }: JudgedCell): RecordedCell {
  const { outcome, agree, against, seeds, effect, matters } = judgement;
  return { outcome, agree, against, seeds, effect, ...(matters !== undefined && { matters }), digest };
}

/** Fingerprint of all that decides what the cells come to; titles, figures and other claims of the experiment do not. */
export function mapHash(experiment: Mapped): string {
  const judged = { ...claimOf(experiment), claim: undefined, expect: undefined };
  const trained = cellsOf(experiment).map((cell) => ({
    labels: cell.labels,
    observe: observationOf(cell.experiment) ?? null,
    arms: cell.experiment.arms.map(({ label, configuration }) => ({ label, configuration })),
  }));
  return jsonDigest({ judged, trained, seeds: experiment.map.seeds });
}

/** The recording, or a sentence without its full stop on what is wrong with it. */
export function checkMapRecording(text: string): { recording: MapRecording } | { problem: string } {
  const checked = checkText(text, schema);
  return 'raw' in checked ? { recording: checked.raw as MapRecording } : checked;
}

export function originOfMap({ experiment, spec, kernel }: MapRecording): Origin {
  return { id: experiment, spec, kernel };
}
