import { valueScale, type ValueScale } from '../../../figures/parts/ticks.ts';
import { Chart } from '../parts/Chart.tsx';
import { givenLoss, STALL } from './givenLoss.ts';
import type { Run } from './setup.ts';

interface Props {
  run: Run;
  x: ValueScale;
  xLabel: string;
  /** Units of x in an epoch. */
  perEpoch: number;
}

/** What a schedule that follows the loss is given here, and why. */
export function GivenLossChart({ run: { epochs }, x, xLabel, perEpoch }: Props) {
  const ends = Array.from({ length: epochs }, (_, index) => index + 1);
  const losses = ends.map(givenLoss);
  return (
    <div>
      <Chart
        title="The loss that it is given here, after each epoch"
        description={`From 1 it falls along a straight line to 0.2 after ${STALL} epochs, and stays there.`}
        x={x}
        y={valueScale([0, 1], 'linear')}
        xLabel={xLabel}
        series={[{ label: 'given loss', x: ends.map((epoch) => epoch * perEpoch), y: losses, style: 2 }]}
      />
      <p class="explorer-note">
        Reduce on plateau has no curve of its own: it follows the loss of the run. Here it is given one that falls by 0.08 per epoch for {STALL} epochs and then
        no more. The patience is counted from there.
      </p>
    </div>
  );
}
