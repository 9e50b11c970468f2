/**
 * The training loss around the end of training, for two networks that differ in their batch size alone. What is shown
 * first was trained when the site was built; another choice is trained and surveyed in a worker.
 */
import { useState } from 'preact/hooks';
import { formatCount, formatNumber } from '../../../words/format.ts';
import { Choice } from '../../controls/Choice.tsx';
import { Problems } from '../parts/Problems.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { latestAnswer } from '../../workers/latestAnswer.ts';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { describe, PlaneMap } from './PlaneMap.tsx';
import {
  LIMITS,
  NUMBERS,
  OPTIMIZER_TITLES,
  PLANES,
  readBatchSize,
  readSetup,
  RING,
  START,
  writeSetup,
  type OptimizerName,
  type PlaneName,
  type Setup,
} from './setup.ts';
import type { Survey } from './survey.ts';
import { takeWorker } from '../../../site/intent/startedWorkers.ts';
import workerUrl from './survey.worker.ts?worker&url';

const surveyLandscape = latestAnswer<{ question: Setup; answer: Survey }>(() => takeWorker(workerUrl));

interface Props {
  id: string;
  /** Of the start, from the build. */
  start: Survey;
}

const KEY = 'landscape';

export default function LandscapeIsland({ id, start }: Props) {
  const [found, setFound] = useState(start);
  const [setup, setSetup] = useState(start.setup);
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function change(wanted: Setup) {
    setSetup(wanted);
    setProblems([]);
    setBusy(true);
    try {
      const survey = await surveyLandscape(wanted);
      if (!survey) return;
      setFound(survey);
      setSaid(survey.views.map((view) => `Batch size ${view.batchSize}: ${describe(view)}`).join(' '));
    } catch (error) {
      setProblems([`This could not be trained: ${error instanceof Error ? error.message : String(error)} What is shown is the last survey.`]);
    }
    setBusy(false);
  }
  const enter = (reading: NumberReading, apply: (value: number) => Setup) => {
    if ('problem' in reading) setProblems([reading.problem]);
    else void change(apply(reading.value));
    return 'value' in reading;
  };
  useExplorerLink(KEY, id, (entries) => {
    const shared = readSetup(entries.get(KEY) ?? '', entries);
    void change(shared.setup).then(() => setProblems((told) => [...shared.refused, ...told]));
  });

  return (
    <div class="explorer-body">
      <div class="explorer-row explorer-interactive">
        {([0, 1] as const).map((side) => (
          <NumberField
            key={side}
            id={`${id}-batch-${side}`}
            label={side === 0 ? 'batch size' : 'beside it'}
            value={setup.batchSizes[side]}
            onEnter={(text) =>
              enter(readBatchSize(text), (value) => ({ ...setup, batchSizes: side === 0 ? [value, setup.batchSizes[1]] : [setup.batchSizes[0], value] }))
            }
          />
        ))}
        <Choice
          class="explorer-field"
          label="optimizer"
          titles={OPTIMIZER_TITLES}
          value={setup.optimizer}
          onChange={(optimizer: OptimizerName) => void change({ ...setup, optimizer })}
        />
        <Choice class="explorer-field" label="plane" titles={PLANES} value={setup.plane} onChange={(plane: PlaneName) => void change({ ...setup, plane })} />
      </div>
      <div class="explorer-row explorer-interactive">
        {NUMBERS.map((name) => (
          <NumberField
            key={name}
            id={`${id}-${name}`}
            label={LIMITS[name].label}
            value={setup[name]}
            onEnter={(text) => enter(readNumber(text, LIMITS[name]), (value) => ({ ...setup, [name]: value }))}
          />
        ))}
        <button type="button" onClick={() => void change({ ...setup, directions: (setup.directions % LIMITS.directions.max) + 1 })}>
          New directions
        </button>
        <button type="button" onClick={() => void change(START)}>
          Reset
        </button>
      </div>
      <Problems problems={problems} />
      <div class="explorer-charts" aria-busy={busy}>
        {found.views.map((view, index) => (
          <PlaneMap key={index} view={view} setup={found.setup} />
        ))}
      </div>
      <p class="explorer-note">
        The stronger the color, the higher the training loss, in even steps of its logarithm from {formatNumber(found.views[0].bands[0]!.from)} up, the same for
        both. Plus: the end of training. Line: the way of training, each point moved to the nearest point of the plane.
      </p>
      <div class="explorer-table" role="region" tabIndex={0} aria-label="Loss at the end and around it">
        <table>
          <thead>
            <tr>
              <th scope="col">batch size</th>
              <th scope="col">updates</th>
              <th scope="col">training loss</th>
              <th scope="col">test loss</th>
              <th scope="col">mean within {RING}</th>
              <th scope="col">greatest</th>
            </tr>
          </thead>
          <tbody>
            {found.views.map((view, index) => (
              <tr key={index}>
                <th scope="row">{view.batchSize}</th>
                <td>{formatCount(view.updates)}</td>
                <td>{formatNumber(view.trainLoss)}</td>
                <td>{formatNumber(view.testLoss)}</td>
                <td>{formatNumber(view.near)}</td>
                <td>{formatNumber(view.greatest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShareLink scope={id} hash={explorerLink(KEY, setup.plane, writeSetup(setup))} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}
