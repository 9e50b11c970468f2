/** Gradient descent with momentum in a ravine: how far each direction still is, the phase picture, the spectrum, and the map of all rates and momenta. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../../words/format.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
import { seriesStyle } from '../../../figures/parts/seriesStyle.ts';
import { Choice } from '../../controls/Choice.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Problems } from '../parts/Problems.tsx';
import { Chart, ChartKey } from '../parts/Chart.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { readNumber } from '../parts/readNumber.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { factorOf, METHODS, MOTIONS, motionOf, wayOf } from './ball.ts';
import { RateMap } from './RateMap.tsx';
import { curvaturesOf, ravineFactor, updatesPerDigit } from './ravine.ts';
import { RavinePath } from './RavinePath.tsx';
import { LIMITS, NUMBERS, readSetup, START, tuned, writeSetup, type Setup } from './setup.ts';

interface Props {
  id: string;
  /** Formulas, rendered at build time. */
  formulas?: ComponentChildren;
}

const KEY = 'oscillator';
/** Curvatures at which the spectrum is drawn. */
const SPECTRUM = Array.from({ length: 241 }, (_, index) => (index + 0.5) / 200);

export default function OscillatorIsland({ id, formulas }: Props) {
  const [setup, setSetup] = useState<Setup>(START);
  const [problems, setProblems] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const { method, kappa, updates } = setup;
  const directions = (kappa === 1 ? ['the only direction'] : ['along the ravine', 'across the ravine']).map((name, index) => {
    const curvature = curvaturesOf(kappa)[index]!;
    return { name, curvature, factor: factorOf(setup, curvature), motion: MOTIONS[motionOf(setup, curvature)], way: wayOf(setup, curvature, updates) };
  });

  function change(wanted: Setup) {
    setSetup(wanted);
    setProblems([]);
    setSaid(describe(wanted));
  }
  useExplorerLink(KEY, id, (entries) => {
    const shared = readSetup(entries.get(KEY) ?? '', entries);
    change(shared.setup);
    setProblems(shared.refused);
  });
  const description = directions.map(({ name, motion, factor }) => `${name} ${motion}, factor ${formatNumber(factor)}`).join('; ');
  const series = directions.map(({ name }, style) => ({ label: name, style }));
  const longest = Math.max(1, ...directions.map(({ way }) => way.x.length - 1));
  return (
    <div class="explorer-body">
      <div class="explorer-row explorer-interactive">
        <Choice class="explorer-field" label="method" titles={METHODS} value={method} onChange={(chosen) => change({ ...setup, method: chosen })} />
        {NUMBERS.map((name) => (
          <NumberField
            key={name}
            id={`${id}-${name}`}
            label={LIMITS[name].label}
            value={setup[name]}
            onEnter={(text) => {
              const reading = readNumber(text, LIMITS[name]);
              if ('problem' in reading) setProblems([reading.problem]);
              else change({ ...setup, [name]: reading.value });
              return 'value' in reading;
            }}
          />
        ))}
        <button type="button" onClick={() => change(tuned(setup))}>
          Best η and μ
        </button>
        <button type="button" onClick={() => change(START)}>
          Reset
        </button>
      </div>
      <Problems problems={problems} />
      <div class="race-panels">
        <RateMap setup={setup} onChange={(rule) => change({ ...setup, ...rule })} />
        <RavinePath along={directions[0]!.way} across={directions.at(-1)!.way} kappa={kappa} description={description} />
      </div>
      <ChartKey series={series} />
      <div class="explorer-charts">
        <Chart
          title="Distance from the minimum"
          description={description}
          x={{ ...valueScale([0, longest], 'linear'), domain: [0, longest] }}
          y={valueScale(
            directions.flatMap(({ way }) => way.x),
            'linear',
          )}
          xLabel="update"
          series={directions.map(({ name, way }, style) => ({ label: name, x: way.x.map((_, update) => update), y: way.x, style }))}
        />
        <Chart
          title="Phase picture: distance (across) and last step (up)"
          description={description}
          x={valueScale(
            directions.flatMap(({ way }) => way.x),
            'linear',
          )}
          y={valueScale(
            directions.flatMap(({ way }) => way.v),
            'linear',
          )}
          xLabel="distance"
          series={directions.map(({ name, way }, style) => ({ label: name, x: way.x, y: way.v, style }))}
        />
        <Chart
          title="Spectrum: factor per update at every curvature"
          description={description}
          x={{ ...valueScale([0, 1.2], 'linear'), domain: [0, 1.2] }}
          y={{ ...valueScale([0, 1.2], 'linear'), domain: [0, 1.2] }}
          xLabel="curvature, in units of λ₂"
          series={[{ label: 'factor', x: SPECTRUM, y: SPECTRUM.map((curvature) => within(factorOf(setup, curvature))), style: 2 }]}
          before={(scale) =>
            directions.map(({ name, curvature, factor }, style) => (
              <circle
                key={name}
                class="explorer-probe-dot"
                cx={scale.x(curvature)}
                cy={scale.y(Math.min(1.2, factor))}
                r="5"
                style={{ fill: seriesStyle(style).color }}
              />
            ))
          }
        />
      </div>
      <div class="explorer-table" role="region" tabIndex={0} aria-label="The directions of the ravine">
        <table>
          <thead>
            <tr>
              <th scope="col" class="is-text">
                direction
              </th>
              <th scope="col">curvature</th>
              <th scope="col">factor per update</th>
              <th scope="col">updates to a tenth</th>
              <th scope="col" class="is-text">
                what it does
              </th>
            </tr>
          </thead>
          <tbody>
            {directions.map(({ name, curvature, factor, motion }) => (
              <tr key={name}>
                <th scope="row" class="is-text">
                  {name}
                </th>
                <td>{formatNumber(curvature)}</td>
                <td>{formatNumber(factor)}</td>
                <td>{factor < 1 ? formatNumber(updatesPerDigit(factor)) : 'never'}</td>
                <td class="is-text">{motion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="explorer-formulas explorer-formulas-stacked">{formulas}</div>
      <ShareLink scope={id} hash={explorerLink(KEY, method, writeSetup(setup))} onSaid={setSaid} />
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

/** Not drawn beyond the chart. */
function within(factor: number): number {
  return factor <= 1.2 ? factor : NaN;
}

function describe(setup: Setup): string {
  const factor = ravineFactor(setup, setup.kappa);
  return factor < 1
    ? `Factor ${formatNumber(factor)} per update: ${formatNumber(updatesPerDigit(factor))} updates to a tenth of the distance.`
    : `Factor ${formatNumber(factor)} per update: it does not converge.`;
}
