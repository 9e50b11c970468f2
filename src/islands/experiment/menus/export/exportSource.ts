/** What the export menu exports: the reader's version of the experiment, and the results that are on screen. */
import type { Arm } from '../../../../experiments/configuration/arm.ts';
import type { Experiment } from '../../../../experiments/spec/experiment.ts';
import type { ExperimentRequest, Origin, TableForm } from '../../../../export/request.ts';
import type { Session } from '../../session.ts';
import { describeChanges } from '../../draft/settingText.ts';
import { save } from '../../../controls/save.ts';
import type { Task } from './task.ts';
import { writeExport } from '../../../workers/writeExport.ts';

export interface ExportSource {
  session: Session;
  experiment: Experiment;
  arms: Arm[];
  origin: Origin;
  /** "learning rate 0.05 (published: 0.01)". */
  changes: string[];
  /** Whether there are results to save: of a run that is over, or of the recording while nothing was run. */
  results: boolean;
  describeResults: string;
  saveResults(form: TableForm): Task;
  request(what: Asked): Task;
}

/** A request without what is the same in all of them. */
export type Asked = ExperimentRequest extends infer Each ? (Each extends ExperimentRequest ? Omit<Each, 'experiment' | 'origin'> : never) : never;

export function exportSource(session: Session): ExportSource {
  const { published, recording, publication } = session;
  const { experiment, own } = session.version();
  const changes = describeChanges(published, experiment, own?.data.file).map(({ label, value, published: was }) => `${label} ${value} (published: ${was})`);
  const origin: Origin = {
    published: `“${published.title}”, ${publication.name} of Fully Connected ${publication.version}, ${publication.address} (spec ${recording.spec}, kernel ${recording.kernel})`,
    changes,
  };
  const trial = session.trial();
  const results = session.results();
  const request =
    (what: Asked): Task =>
    async () => {
      const { name, content, leftOut } = await writeExport({ ...what, experiment, origin });
      save(name, content);
      return [`Saved ${name}.`, ...leftOut];
    };
  return {
    session,
    experiment,
    arms: experiment.arms,
    origin,
    changes,
    results: results !== undefined || (!trial && changes.length === 0),
    describeResults: describe(results?.length, trial !== undefined, changes.length > 0, recording.arms),
    saveResults: (form) =>
      trial && results
        ? request({ kind: 'runs', form, engine: trial.engine, kernel: recording.kernel, results })
        : request({ kind: 'recording', form, recording }),
    request,
  };
}

function describe(runs: number | undefined, running: boolean, modified: boolean, arms: readonly { runs: unknown[] }[]): string {
  if (runs !== undefined) return `Of the run on screen: ${runs} ${runs === 1 ? 'network' : 'networks'}, every point of every seed, with step counts and times.`;
  if (running) return 'The run is not over yet.';
  if (modified) return 'This version has not been run yet.';
  const recorded = arms.reduce((sum, arm) => sum + arm.runs.length, 0);
  return `As recorded: the ends of ${recorded} runs, and the curve over the seeds. Run it for every point of every seed.`;
}
