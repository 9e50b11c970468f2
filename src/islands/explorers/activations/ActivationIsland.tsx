/**
 * Two activations and their derivatives, with a probe to move along z. What is shown first was computed when
 * the site was built; another choice brings the kernel, which computes it with the same bits.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { explain } from '../../../faults/explain.ts';
import { formatNumber } from '../../../words/format.ts';
import { findEntry } from '../../../nn/entry.ts';
import type { Activation } from '../../../nn/catalog.ts';
import { ChartKey } from '../parts/Chart.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { ActivationChart, written } from './ActivationChart.tsx';
import { chooseActivation, readActivation, shownActivations, slidersOf, writeActivation } from './activationChoice.ts';
import type { ActivationCurve } from './activationCurve.ts';
import { computeCurves } from './computeCurves.ts';
import { GRID } from './grid.ts';
import { describeSaturation, SATURATED, unitState, type UnitState } from './saturation.ts';

export interface Shown {
  activation: Activation;
  curve: ActivationCurve;
}

interface Props {
  id: string;
  /** One or two. */
  start: Shown[];
  /** The formula of every activation, rendered at build time, in elements with `data-activation`. */
  formulas?: ComponentChildren;
}

const KEY = 'activations';
const STATES: Record<UnitState, string> = {
  off: 'off: no gradient comes through',
  saturated: 'saturated: little gradient comes through',
  open: 'the gradient comes through',
};

export default function ActivationIsland({ id, start, formulas }: Props) {
  const [shown, setShown] = useState(start);
  const [at, setAt] = useState(GRID.indexOf(1));
  const [notice, setNotice] = useState('');
  const [said, setSaid] = useState('');
  const latest = useRef(0);
  const formulaPlace = useRef<HTMLDivElement>(null);
  const titles = shown.map(({ activation }, index) => titleOf(activation, index, shown));

  /** The kernel is fetched at the first change. Where two overlap, the later one counts. */
  async function show(wanted: Activation[]) {
    const turn = ++latest.current;
    try {
      const curves = await computeCurves(wanted);
      if (turn !== latest.current) return;
      setShown(wanted.map((activation, index) => ({ activation, curve: curves[index]! })));
      setNotice('');
    } catch (error) {
      if (turn === latest.current) setNotice((await explain(error)).message);
    }
  }
  const change = (index: number, activation: Activation | undefined) => {
    const wanted = shown.map((each) => each.activation);
    if (activation) wanted[index] = activation;
    else wanted.length = 1;
    void show(wanted);
  };
  useExplorerLink(KEY, id, (entries) => {
    const texts = [entries.get(KEY), entries.get('with')].filter((text) => text !== undefined);
    const wanted = texts.map(readActivation);
    const z = Number(entries.get('z') ?? NaN);
    if (GRID.includes(z)) setAt(GRID.indexOf(z));
    if (wanted.every((activation) => activation !== undefined)) void show(wanted);
    else setNotice('The link asks for an activation that is not known here, or for a hyperparameter out of range.');
  });
  useEffect(() => {
    for (const element of formulaPlace.current?.querySelectorAll<HTMLElement>('[data-activation]') ?? []) {
      element.hidden = !shown.some(({ activation }) => activation.name === element.dataset['activation']);
    }
  }, [shown]);
  useEffect(() => {
    if (shown !== start) setSaid(shown.map(({ curve }, index) => `${titles[index]!}: ${describeSaturation(curve)}.`).join(' '));
  }, [shown]);

  const z = GRID[at]!;
  const readings = shown.map(({ curve }, index) => ({
    title: titles[index]!,
    value: formatNumber(curve.values[at]!, 5),
    slope: formatNumber(curve.slopes[at]!, 5),
    state: STATES[unitState(curve, at)],
  }));
  const curves = shown.map(({ curve }, index) => ({ title: titles[index]!, curve }));

  return (
    <div class="explorer-body">
      {notice && (
        <p class="explorer-notice" role="alert">
          {notice}
        </p>
      )}
      <div class="explorer-row explorer-interactive">
        {[0, 1].map((index) => (
          <span key={index} class="explorer-field">
            <label for={`${id}-${index}`}>{index === 0 ? 'activation' : 'compared with'}</label>
            <select
              id={`${id}-${index}`}
              value={shown[index]?.activation.name ?? ''}
              onChange={(event) => change(index, event.currentTarget.value === '' ? undefined : chooseActivation(event.currentTarget.value))}
            >
              {index === 1 && <option value="">nothing</option>}
              {shownActivations.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
            {shown[index] && <Sliders id={`${id}-${index}`} activation={shown[index].activation} onChange={(activation) => change(index, activation)} />}
          </span>
        ))}
      </div>
      <div class="explorer-formulas" ref={formulaPlace}>
        {formulas}
      </div>
      <ChartKey series={titles.map((label, style) => ({ label, style }))} />
      <div class="explorer-charts">
        <ActivationChart title="Activation φ(z)" part="values" curves={curves} at={at} onProbe={setAt} />
        <ActivationChart title="Derivative φ′(z)" part="slopes" curves={curves} at={at} onProbe={setAt} />
      </div>
      <p class="explorer-note">The strips under the derivative mark saturation: |φ′| is below {SATURATED} from there to the end of the axis.</p>
      <ul class="explorer-notes">
        {shown.map(({ curve }, index) => (
          <li key={index}>
            {titles[index]}: {describeSaturation(curve)}
          </li>
        ))}
      </ul>
      <div class="explorer-row explorer-interactive">
        <span class="explorer-field explorer-wide-field">
          <label for={`${id}-z`}>probe at z</label>
          <input
            id={`${id}-z`}
            type="range"
            min="0"
            max={GRID.length - 1}
            step="1"
            value={at}
            aria-valuetext={`z = ${formatNumber(z)}; ${readings.map(({ title, value, slope, state }) => `${title}: φ ${value}, φ′ ${slope}, ${state}`).join('; ')}`}
            onInput={(event) => setAt(Number(event.currentTarget.value))}
          />
        </span>
      </div>
      <div class="explorer-table" role="region" tabIndex={0} aria-label="Values at the probe">
        <table>
          <thead>
            <tr>
              <th scope="col">at z = {written(z)}</th>
              <th scope="col">φ(z)</th>
              <th scope="col">φ′(z)</th>
              <th scope="col" class="is-text">
                this unit
              </th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ title, value, slope, state }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{value}</td>
                <td>{slope}</td>
                <td class="is-text">{state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShareLink
        scope={id}
        hash={explorerLink(KEY, writeActivation(shown[0]!.activation), { ...(shown[1] && { with: writeActivation(shown[1].activation) }), z: String(z) })}
        onSaid={setSaid}
      />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

function Sliders({ id, activation, onChange }: { id: string; activation: Activation; onChange(activation: Activation): void }) {
  const entry = findEntry('activation', shownActivations, activation.name);
  return (
    <>
      {slidersOf(entry).map(({ key, hyperparameter, min, max }) => (
        <span key={key} class="explorer-field">
          <label for={`${id}-${key}`}>{key}</label>
          <input
            id={`${id}-${key}`}
            type="range"
            min={min}
            max={max}
            step="0.01"
            value={Number(activation[key])}
            aria-description={hyperparameter.description}
            onInput={(event) => onChange({ ...activation, [key]: Number(event.currentTarget.value) })}
          />
          <output for={`${id}-${key}`}>{String(activation[key])}</output>
        </span>
      ))}
    </>
  );
}

/** Two of the same kind are told apart by their hyperparameters. */
function titleOf(activation: Activation, index: number, shown: Shown[]): string {
  const entry = findEntry('activation', shownActivations, activation.name);
  const isTwice = shown.filter((each) => each.activation.name === activation.name).length > 1;
  const values = slidersOf(entry).map(({ key }) => `${key} ${String(activation[key])}`);
  return [entry.title, ...values, isTwice && index === 1 && '(second)'].filter(Boolean).join(' ');
}
