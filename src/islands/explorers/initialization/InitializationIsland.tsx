/**
 * Initial weights, and what signals make of them on their way through the layers. What is shown first was
 * measured when the site was built; another choice is measured in a worker.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
import { ChartKey } from '../parts/Chart.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { latestAnswer } from '../../workers/latestAnswer.ts';
import type { NumberReading } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { describeGrowth, growth } from './growth.ts';
import { LayerChart } from './LayerChart.tsx';
import type { Measurement, Setup } from './measure.ts';
import {
  applyPreset,
  chooseActivation,
  chooseInitializer,
  numbersOf,
  PRESETS,
  readHyperparameter,
  readSetup,
  readSize,
  shownActivations,
  shownInitializers,
  SIZES,
  writeSetup,
  type Size,
} from './setup.ts';
import { varianceText } from './weightLaw.ts';
import { WeightChart } from './WeightChart.tsx';
import { takeWorker } from '../../../site/intent/startedWorkers.ts';
import workerUrl from './initialization.worker.ts?worker&url';

const measureNetworks = latestAnswer<{ question: Setup; answer: Measurement }>(() => takeWorker(workerUrl));

interface Props {
  id: string;
  /** Of the start, from the build. */
  start: Measurement;
  /** The formula of every initializer, rendered at build time, in elements with `data-initializer`. */
  formulas?: ComponentChildren;
}

const KEY = 'initialization';

export default function InitializationIsland({ id, start, formulas }: Props) {
  const [measurement, setMeasurement] = useState(start);
  const [setup, setSetup] = useState(start.setup);
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const formulaPlace = useRef<HTMLDivElement>(null);

  async function change(wanted: Setup) {
    setSetup(wanted);
    setProblems([]);
    setBusy(true);
    try {
      const found = await measureNetworks(wanted);
      if (!found) return;
      setMeasurement(found);
      setSaid(describeGrowth(found).join(' '));
    } catch (error) {
      setProblems([`This could not be measured: ${error instanceof Error ? error.message : String(error)} The figures show the last measurement.`]);
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
  useEffect(() => {
    for (const element of formulaPlace.current?.querySelectorAll<HTMLElement>('[data-initializer]') ?? []) {
      element.hidden = element.dataset['initializer'] !== setup.initializer.name;
    }
  }, [setup]);

  const { law } = measurement;
  const shown = measurement.setup;
  const variance = varianceText(shown.initializer, shown.inputs, shown.width);
  const layers = Array.from({ length: shown.depth }, (_, index) => index + 1);
  return (
    <div class="explorer-body">
      <div class="explorer-row explorer-interactive" role="group" aria-label="Pairs to try">
        <span class="explorer-hint">Try:</span>
        {PRESETS.map((preset) => (
          <button
            key={preset.title}
            type="button"
            aria-pressed={isPreset(setup, applyPreset(setup, preset))}
            onClick={() => void change(applyPreset(setup, preset))}
          >
            {preset.title}
          </button>
        ))}
      </div>
      <div class="explorer-row explorer-interactive">
        <span class="explorer-field">
          <label for={`${id}-initializer`}>initializer</label>
          <select
            id={`${id}-initializer`}
            value={setup.initializer.name}
            onChange={(event) => void change({ ...setup, initializer: chooseInitializer(event.currentTarget.value) })}
          >
            {shownInitializers.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </span>
        {numbersOf(setup.initializer).map(([key, hyperparameter]) => (
          <NumberField
            key={`${setup.initializer.name} ${key}`}
            id={`${id}-${key}`}
            label={key}
            value={Number(setup.initializer[key])}
            onEnter={(text) =>
              enter(readHyperparameter(key, hyperparameter, text), (value) => ({ ...setup, initializer: { ...setup.initializer, [key]: value } }))
            }
          />
        ))}
        <span class="explorer-field">
          <label for={`${id}-activation`}>activation</label>
          <select
            id={`${id}-activation`}
            value={setup.activation.name}
            onChange={(event) => void change({ ...setup, activation: chooseActivation(event.currentTarget.value) })}
          >
            {shownActivations.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div class="explorer-row explorer-interactive">
        {(Object.keys(SIZES) as Size[]).map((size) => (
          <NumberField
            key={size}
            id={`${id}-${size}`}
            label={SIZES[size].label}
            value={setup[size]}
            onEnter={(text) => enter(readSize(size, text), (value) => ({ ...setup, [size]: value }))}
          />
        ))}
        <button type="button" onClick={() => void change({ ...setup, seed: (setup.seed % SIZES.seed.max) + 1 })}>
          New seed
        </button>
      </div>
      {problems.length > 0 && (
        <div class="explorer-notice" role="alert">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="explorer-formulas" ref={formulaPlace}>
        {formulas}
        <div>
          <p class="explorer-formula-title">With the numbers of layer 1</p>
          {variance && (
            <p class="explorer-equation">
              Var(W) = {variance} = {formatNumber(law.sigma * law.sigma)}
            </p>
          )}
          {law.kind === 'uniform' && <p class="explorer-equation">limit √(3 Var(W)) = {formatNumber(law.limit)}</p>}
          {law.kind === 'truncated' && <p class="explorer-equation">cut off at ±{formatNumber(2 * law.parent)}</p>}
          <p class="explorer-equation">
            σ = {formatNumber(law.sigma)}; measured over the {shown.inputs * shown.width} weights drawn: {formatNumber(measurement.weights.sigma)}
          </p>
        </div>
      </div>
      <ChartKey
        series={[
          { label: 'measured (median of five seeds; dots: each)', style: 0 },
          { label: 'theory', style: 1 },
        ]}
      />
      <div class="explorer-charts explorer-charts-three" aria-busy={busy}>
        <WeightChart measurement={measurement} />
        <LayerChart
          title="Mean square of the activations"
          xLabel="hidden layer"
          runs={measurement.activations}
          theory={measurement.theory?.activations}
          layers={layers}
        />
        <LayerChart
          title="Mean square of the gradients ∂L/∂z"
          xLabel="hidden layer; the output has 1"
          runs={measurement.gradients}
          theory={measurement.theory?.gradients}
          layers={layers}
        />
      </div>
      <ul class="explorer-notes">
        {describeGrowth(measurement).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {!measurement.theory && <li>These weights are not random with mean 0, which the theory presumes: there is no line for it.</li>}
      </ul>
      <details class="explorer-details">
        <summary>Data</summary>
        <GrowthTable measurement={measurement} />
      </details>
      <ShareLink scope={id} hash={explorerLink(KEY, setup.initializer.name, writeSetup(setup))} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

function GrowthTable({ measurement }: { measurement: Measurement }) {
  const { theory } = measurement;
  const found = growth(measurement);
  return (
    <div class="explorer-table" role="region" tabIndex={0} aria-label="Mean squares, layer by layer">
      <table>
        <thead>
          <tr>
            <th scope="col">layer</th>
            <th scope="col">activations</th>
            {theory && <th scope="col">theory</th>}
            <th scope="col">gradients</th>
            {theory && <th scope="col">theory</th>}
          </tr>
        </thead>
        <tbody>
          {found.activations.map((activation, layer) => (
            <tr key={layer}>
              <th scope="row">{layer + 1}</th>
              <td>{formatNumber(activation)}</td>
              {theory && <td>{formatNumber(theory.activations[layer]!)}</td>}
              <td>{formatNumber(found.gradients[layer]!)}</td>
              {theory && <td>{formatNumber(theory.gradients[layer]!)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isPreset(setup: Setup, preset: Setup): boolean {
  return setup.activation.name === preset.activation.name && JSON.stringify(setup.initializer) === JSON.stringify(preset.initializer);
}
