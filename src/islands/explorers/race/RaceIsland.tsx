/**
 * Optimizers of the catalog on a landscape of two variables. What is shown first was run when the site was
 * built; every other race is run in a worker, whole, and then only played back.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
import { Problems } from '../parts/Problems.tsx';
import { Chart } from '../parts/Chart.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { latestAnswer } from '../../workers/latestAnswer.ts';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { landscapes } from './landscapes/index.ts';
import type { Point } from './landscapes/landscape.ts';
import type { Race, Setup } from './race.ts';
import { RaceMap } from './RaceMap.tsx';
import { RaceTable } from './RaceTable.tsx';
import { racers } from './racers.ts';
import { findLandscape, LIMITS, readCoordinate, readSetup, setupOn, within, writeSetup } from './setup.ts';
import { describeRace } from './standing.ts';
import { usePlayback } from './usePlayback.ts';
import { takeWorker } from '../../../site/intent/startedWorkers.ts';
import workerUrl from './race.worker.ts?worker&url';

const runRace = latestAnswer<{ question: Setup; answer: Race }>(() => takeWorker(workerUrl));

interface Props {
  id: string;
  /** Of the start, from the build. */
  start: Race;
  /** Formulas of every landscape, rendered at build time, in elements with `data-landscape`. */
  formulas?: ComponentChildren;
}

const KEY = 'race';
const TITLES = new Map(racers.map(({ id, title }) => [id, title]));

export default function RaceIsland({ id, start, formulas }: Props) {
  const [race, setRace] = useState(start);
  const [setup, setSetup] = useState(start.setup);
  const [problems, setProblems] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const formulaPlace = useRef<HTMLDivElement>(null);
  const last = race.runs.reduce((most, { value }) => Math.max(most, value.length - 1), 0);
  const playback = usePlayback(race.setup.steps);
  const step = Math.min(playback.step, last);

  async function change(wanted: Setup) {
    setSetup(wanted);
    setProblems([]);
    try {
      const found = await runRace(wanted);
      if (!found) return;
      setRace(found);
      playback.show(wanted.steps);
      setSaid(describeRace(found.runs, TITLES));
    } catch (error) {
      setProblems([`This race could not be run: ${error instanceof Error ? error.message : String(error)} What is shown is the last one.`]);
    }
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
    for (const element of formulaPlace.current?.querySelectorAll<HTMLElement>('[data-landscape]') ?? []) {
      element.hidden = element.dataset['landscape'] !== setup.landscape;
    }
  }, [setup]);

  const landscape = findLandscape(race.setup.landscape);
  const wanted = findLandscape(setup.landscape);
  const least = landscape.minima.length > 0 ? 0 : undefined;
  const move = (at: Point) => {
    const held = within(wanted, at);
    if (held[0] !== setup.start[0] || held[1] !== setup.start[1]) void change({ ...setup, start: held });
  };
  const description = describeRace(race.runs, TITLES);
  return (
    <div class="explorer-body">
      <div class="explorer-row explorer-interactive">
        <span class="explorer-field">
          <label for={`${id}-landscape`}>landscape</label>
          <select id={`${id}-landscape`} value={setup.landscape} onChange={(event) => void change(setupOn(findLandscape(event.currentTarget.value)))}>
            {landscapes.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </span>
        {(['x', 'y'] as const).map((axis, index) => (
          <NumberField
            key={axis}
            id={`${id}-${axis}`}
            label={`start ${axis}`}
            value={setup.start[index]!}
            onEnter={(text) =>
              enter(readCoordinate(wanted, axis, text), (value) => ({ ...setup, start: axis === 'x' ? [value, setup.start[1]] : [setup.start[0], value] }))
            }
          />
        ))}
        {(['steps', 'tolerance'] as const).map((key) => (
          <NumberField
            key={key}
            id={`${id}-${key}`}
            label={key === 'steps' ? 'most steps' : 'tolerance'}
            value={setup[key]}
            onEnter={(text) => enter(readNumber(text, LIMITS[key]), (value) => ({ ...setup, [key]: value }))}
          />
        ))}
      </div>
      <Problems problems={problems} />
      <div class="race-panels">
        <figure class="explorer-chart">
          <RaceMap
            race={race}
            landscape={landscape}
            start={setup.landscape === landscape.name ? setup.start : landscape.start}
            step={step}
            description={description}
            onStart={move}
          />
          <figcaption class="explorer-note">
            The stronger the color, the higher{landscape.minima.length > 0 && '; plus: minimum'}.
            <span class="explorer-interactive"> Ring: the start. Drag it, or move it with the arrow keys (with Shift, farther).</span>
          </figcaption>
        </figure>
        <div class="explorer-body">
          <div class="explorer-formulas" ref={formulaPlace}>
            {formulas}
          </div>
          <Chart
            title={least === undefined ? 'f after each step' : 'f − minimum after each step'}
            description={description}
            x={{ ...valueScale([0, last], 'linear'), domain: [0, Math.max(1, last)] }}
            y={valueScale(
              race.runs.flatMap(({ value }) => value),
              least === undefined ? 'linear' : 'log',
            )}
            xLabel="step"
            series={race.runs.map(({ id: racer, value }) => ({
              label: TITLES.get(racer)!,
              x: value.slice(0, step + 1).map((_, index) => index),
              y: value.map((each) => (least === undefined || each > 0 ? each : NaN)),
              style: racers.findIndex((each) => each.id === racer),
            }))}
          />
        </div>
      </div>
      <div class="explorer-row explorer-interactive" role="group" aria-label="Playback">
        <button class="is-primary" type="button" onClick={() => (playback.isRunning ? playback.pause() : playback.run())}>
          {playback.isRunning ? 'Pause' : 'Run'}
        </button>
        <button
          type="button"
          onClick={() => {
            playback.show(step + 1);
            setSaid(`Step ${Math.min(step + 1, last)} of ${last}`);
          }}
        >
          Step
        </button>
        <button
          type="button"
          onClick={() => {
            playback.show(0);
            setSaid('Back at the start');
          }}
        >
          To the start
        </button>
        <button type="button" onClick={() => void change(setupOn(wanted))}>
          Reset
        </button>
        <span class="explorer-field explorer-wide-field">
          <label for={`${id}-step`}>after step</label>
          <input
            id={`${id}-step`}
            type="range"
            min="0"
            max={last}
            step="1"
            value={step}
            onInput={(event) => playback.show(Number(event.currentTarget.value))}
          />
          <output for={`${id}-step`}>
            {step} of {last}
          </output>
        </span>
      </div>
      <RaceTable
        scope={id}
        entrants={setup.entrants}
        race={race}
        step={step}
        onChange={(entrant) => void change({ ...setup, entrants: setup.entrants.map((each) => (each.id === entrant.id ? entrant : each)) })}
        onProblem={(text) => setProblems([text])}
      />
      <p class="explorer-note">
        {landscape.minima.length > 0
          ? `The goal is f at most ${formatNumber(race.setup.tolerance)} above the minimum.`
          : 'There is no minimum; the goal is f ≤ −1, well below the saddle.'}{' '}
        Who comes more than 1000 away from the origin has run off.
      </p>
      <ShareLink scope={id} hash={explorerLink(KEY, setup.landscape, writeSetup(setup))} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}
