/** A mean square, layer by layer: every seed as a line of its own, their median, and the theory. */
import { formatNumber } from '../../../words/format.ts';
import { valueScale } from '../../../figures/parts/ticks.ts';
import { Chart } from '../parts/Chart.tsx';
import { medianOf } from './growth.ts';

interface Props {
  title: string;
  xLabel: string;
  /** [seed][layer]. */
  runs: number[][];
  theory: number[] | undefined;
  /** What the layers are called, from the first. */
  layers: number[];
}

export function LayerChart({ title, xLabel, runs, theory, layers }: Props) {
  const medians = medianOf(runs);
  const y = valueScale(spread([...runs.flat(), ...(theory ?? [])]), 'log');
  const last = medians.length - 1;
  const description = [
    `Median over ${runs.length} seeds: ${formatNumber(medians[0]!)} at the first layer, ${formatNumber(medians[last]!)} at layer ${layers[last]!}.`,
    theory && `Theory: ${formatNumber(theory[0]!)} and ${formatNumber(theory[last]!)}.`,
  ];
  return (
    <Chart
      title={title}
      description={description.filter(Boolean).join(' ')}
      x={layerScale(layers)}
      y={y}
      xLabel={xLabel}
      series={[
        { label: 'median', x: layers, y: positive(medians), style: 0, points: true },
        ...(theory ? [{ label: 'theory', x: layers, y: positive(theory), style: 1 }] : []),
      ]}
      behind={(scale) =>
        runs.map((run, index) => (
          <g key={index} class="explorer-seed">
            {positive(run).map((value, layer) => Number.isFinite(value) && <circle key={layer} cx={scale.x(layers[layer]!)} cy={scale.y(value)} r="2" />)}
          </g>
        ))
      }
    />
  );
}

/** At least two decades, so that small fluctuations look small. */
function spread(values: number[]): number[] {
  const logs = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  if (logs.length === 0) return [];
  const middle = (Math.min(...logs) + Math.max(...logs)) / 2;
  return [...values, 10 ** (middle - 1), 10 ** (middle + 1)];
}

/** A zero has no place on a log axis. */
function positive(values: number[]): number[] {
  return values.map((value) => (value > 0 ? value : NaN));
}

function layerScale(layers: number[]) {
  const [low = 1, high = 1] = [layers[0], layers.at(-1)];
  const step = [1, 2, 5].find((each) => (high - low) / each <= 10) ?? 10;
  const ticks = layers.filter((layer) => layer % step === 0 || layer === low);
  return { type: 'linear' as const, domain: [low - 0.5, high + 0.5] as [number, number], ticks, tickFormat: String };
}
