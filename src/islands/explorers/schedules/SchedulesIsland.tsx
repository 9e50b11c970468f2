/** One or two schedules over a run of a given length, with a probe to move along it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatCount, formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { valueScale, type ValueScale } from '../../../figures/parts/ticks.ts';
import type { Schedule } from '../../../nn/catalog.ts';
import { Chart, ChartKey } from '../parts/Chart.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { GivenLossChart } from './GivenLossChart.tsx';
import { Probe } from './Probe.tsx';
import { lengthOf, ratesOf, spreadUpdates } from './ratesOf.ts';
import { RatesTable, type Rated } from './RatesTable.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import { readSetup, RUN, RUN_KEYS, START_RUN, writeSchedule, writeSetup, type Setup } from './setup.ts';
import { titlesOf } from './titlesOf.ts';

interface Props {
  id: string;
  /** One or two. */
  start: Schedule[];
  /** The formula of every schedule, rendered at build time, in elements with `data-schedule`. */
  formulas?: ComponentChildren;
  /** What the symbols of all formulas mean. */
  symbols?: ComponentChildren;
}

const KEY = 'schedules';
/** More than a figure has pixels across. */
const MOST_POINTS = 801;

export default function SchedulesIsland({ id, start, formulas, symbols }: Props) {
  const [setup, setSetup] = useState<Setup>({ run: START_RUN, schedules: start, unit: 'updates', axis: 'linear' });
  const [probe, setProbe] = useState(lengthOf(START_RUN).totalSteps / 2);
  const [problems, setProblems] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const formulaPlace = useRef<HTMLDivElement>(null);

  const { run, schedules, unit, axis } = setup;
  const { stepsPerEpoch, totalSteps } = lengthOf(run);
  /** Updates in one unit of x, by which the probe moves. */
  const stride = unit === 'epochs' ? stepsPerEpoch : 1;
  const last = Math.floor((totalSteps - 1) / stride);
  const position = Math.min(last, Math.round(probe / stride));
  const at = position * stride;
  const titles = titlesOf(schedules);
  const shown: Rated[] = schedules.map((schedule, index) => ({ title: titles[index]!, rate: ratesOf(schedule, run) }));
  const drawn = spreadUpdates(run, MOST_POINTS);
  const curves = shown.map(({ rate }) => drawn.map(rate));
  const moment = (update: number) => `t = ${formatCount(update)} (epoch ${formatCount(update / stepsPerEpoch)})`;

  function change(wanted: Partial<Setup>) {
    setSetup((now) => ({ ...now, ...wanted }));
    setProblems([]);
  }
  const choose = (index: number, schedule: Schedule | undefined) => {
    const wanted = [...schedules];
    if (schedule) wanted[index] = schedule;
    else wanted.length = index;
    change({ schedules: wanted });
  };
  const enter = (reading: NumberReading, apply: (value: number) => void) => {
    if ('problem' in reading) setProblems([reading.problem]);
    else apply(reading.value);
    return 'value' in reading;
  };
  useExplorerLink(KEY, id, (entries) => {
    const shared = readSetup(entries.get(KEY) ?? '', entries);
    const { totalSteps: updates } = lengthOf(shared.setup.run);
    const t = readNumber(entries.get('t') ?? '', { label: 't', min: 0, max: updates - 1, integer: true });
    setProbe('value' in t ? t.value : Math.floor(updates / 2));
    change(shared.setup);
    setProblems(shared.refused);
  });
  const shownNames = [...schedules.map(({ name }) => name), ...(run.warmUp > 0 ? ['warmUp'] : [])].join(' ');
  useEffect(() => {
    for (const element of formulaPlace.current?.querySelectorAll<HTMLElement>('[data-schedule]') ?? []) {
      const place = shownNames.split(' ').indexOf(element.dataset['schedule'] ?? '');
      element.hidden = place < 0;
      element.style.order = String(place);
    }
  }, [shownNames]);
  const summary = shown.map(({ title, rate }) => `${title}: from ${formatNumber(rate(0))} to ${formatNumber(rate(totalSteps - 1))}.`).join(' ');
  const isStart = useRef(true);
  useEffect(() => {
    if (!isStart.current) setSaid(summary);
    isStart.current = false;
  }, [summary]);

  const x = alongRun(totalSteps / stride);
  const y = axis === 'log' ? valueScale(curves.flat(), 'log') : valueScale([0, ...curves.flat()], 'linear');
  const move = (value: number) => setProbe(value * stride);
  return (
    <div class="explorer-body">
      <div>
        {[0, 1].map((index) => (
          <ScheduleFields
            key={index}
            id={`${id}-${index}`}
            label={index === 0 ? 'schedule' : 'compared with'}
            schedule={schedules[index]}
            optional={index === 1}
            onChange={(schedule) => choose(index, schedule)}
            onEnter={enter}
          />
        ))}
        <div class="explorer-row explorer-interactive" role="group" aria-label="The run">
          {RUN_KEYS.map((key) => (
            <NumberField
              key={key}
              id={`${id}-${key}`}
              label={RUN[key].label}
              value={run[key]}
              onEnter={(text) => enter(readNumber(text, RUN[key]), (value) => change({ run: { ...run, [key]: value } }))}
            />
          ))}
        </div>
        <div class="explorer-row explorer-interactive" role="group" aria-label="The axes">
          <span class="explorer-field">
            <label for={`${id}-x`}>x counts</label>
            <select id={`${id}-x`} value={unit} onChange={(event) => change({ unit: event.currentTarget.value === 'epochs' ? 'epochs' : 'updates' })}>
              <option value="updates">updates</option>
              <option value="epochs">epochs</option>
            </select>
          </span>
          <span class="explorer-field">
            <label for={`${id}-axis`}>axis of the learning rate</label>
            <select id={`${id}-axis`} value={axis} onChange={(event) => change({ axis: event.currentTarget.value === 'log' ? 'log' : 'linear' })}>
              <option value="linear">linear</option>
              <option value="log">logarithmic</option>
            </select>
          </span>
        </div>
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
      <div class="explorer-formulas explorer-formulas-stacked" ref={formulaPlace}>
        {formulas}
      </div>
      <p class="explorer-note">{symbols}</p>
      <ChartKey series={titles.map((label, style) => ({ label, style }))} />
      <div class="explorer-charts">
        <Chart
          title="Learning rate of each update"
          description={describe(shown, spreadUpdates(run, 5), moment)}
          x={x}
          y={y}
          xLabel={unit}
          series={curves.map((rates, index) => ({ label: titles[index]!, x: drawn.map((update) => update / stride), y: rates, style: index }))}
          before={(scale) => (
            <>
              <line class="explorer-probe" x1={scale.x(position)} x2={scale.x(position)} y1={scale.top} y2={scale.bottom} />
              {shown.map(({ title, rate }, index) => {
                const cy = scale.y(rate(at));
                return Number.isFinite(cy) && <circle key={title} class="explorer-probe-dot" cx={scale.x(position)} cy={cy} r="4" style={{ fill: seriesStyle(index).color }} />; // prettier-ignore
              })}
            </>
          )}
          onPoint={move}
        />
        {schedules.some(({ name }) => name === 'reduceOnPlateau') && <GivenLossChart run={run} x={x} xLabel={unit} perEpoch={stepsPerEpoch / stride} />}
        <Probe id={`${id}-t`} unit={unit} position={position} last={last} moment={moment(at)} update={at} shown={shown} base={run.learningRate} onMove={move} />
      </div>
      <p class="explorer-note">
        {formatCount(run.epochs)} epochs of {formatCount(stepsPerEpoch)} updates are {formatCount(totalSteps)} updates.
        {drawn.length < totalSteps && ` The curves go through ${formatCount(drawn.length)} of them.`}
        {axis === 'log' && curves.flat().includes(0) && ' A learning rate of 0 has no place on a logarithmic axis.'}
      </p>
      <details class="explorer-details">
        <summary>Data</summary>
        <RatesTable label="Learning rates along the run" rows={spreadUpdates(run, 11)} shown={shown} stepsPerEpoch={stepsPerEpoch} />
      </details>
      <ShareLink scope={id} hash={explorerLink(KEY, writeSchedule(schedules[0]!), { ...writeSetup(setup), t: String(at) })} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

/** From 0 to the end of the run. */
function alongRun(end: number): ValueScale {
  const scale = valueScale([0, end], 'linear');
  return { ...scale, domain: [0, end], ticks: scale.ticks.filter((tick) => tick <= end) };
}

function describe(shown: readonly Rated[], updates: readonly number[], moment: (update: number) => string): string {
  return shown.map(({ title, rate }) => `${title}: ${updates.map((update) => `${formatNumber(rate(update))} at ${moment(update)}`).join(', ')}.`).join(' ');
}
