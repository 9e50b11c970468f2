/** The weights of the first layer as a histogram, and the density from which they were drawn. */
import { formatNumber } from '../../../words/format.ts';
import { valueScale, type ValueScale } from '../../../figures/parts/ticks.ts';
import { Chart } from '../parts/Chart.tsx';
import type { Measurement } from './measure.ts';

export function WeightChart({ measurement }: { measurement: Measurement }) {
  const { weights, law, setup } = measurement;
  const { low, high, counts } = weights.histogram;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const title = `The ${total} weights of layer 1`;
  if (law.kind === 'constant' || high === low) {
    return (
      <figure class="explorer-chart">
        <p class="explorer-chart-title">{title}</p>
        <p>All are {formatNumber(low)}. There is nothing to tell the units of a layer apart, so all of them compute the same, and learn the same.</p>
      </figure>
    );
  }
  const width = (high - low) / counts.length;
  const middles = counts.map((_, bin) => low + (bin + 0.5) * width);
  const heights = counts.map((count) => count / total / width);
  const curve = weights.density.map((value) => value ?? NaN);
  const y = valueScale([0, ...heights, ...curve], 'linear');
  const edge = Math.max(-low, high) * 1.05;
  return (
    <Chart
      title={title}
      description={`Histogram as a density, from ${formatNumber(low)} to ${formatNumber(high)}, standard deviation ${formatNumber(weights.sigma)}; of the law ${formatNumber(law.sigma)}. Seed ${setup.seed}.`}
      x={weightScale(edge)}
      y={y}
      xLabel="weight"
      series={[{ label: 'theory', x: middles, y: curve, style: 1 }]}
      behind={(scale) =>
        heights.map((height, bin) => (
          <rect
            key={bin}
            class="explorer-bar"
            x={scale.x(low + bin * width)}
            width={Math.max(0, scale.x(low + (bin + 1) * width) - scale.x(low + bin * width) - 0.5)}
            y={scale.y(height)}
            height={Math.max(0, scale.y(0) - scale.y(height))}
          />
        ))
      }
    />
  );
}

function weightScale(edge: number): ValueScale {
  const scale = valueScale([-edge, edge], 'linear');
  return { ...scale, domain: [-edge, edge], ticks: scale.ticks.filter((tick) => Math.abs(tick) <= edge) };
}
