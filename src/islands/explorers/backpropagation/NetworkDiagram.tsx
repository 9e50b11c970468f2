/** The 2–4–1 network with the numbers of one example, and the edges that the present step is about. */
import type { Worked } from './backpropagate.ts';
import { HIDDEN, INPUTS, type Exercise } from './exercise.ts';
import type { StepName } from './explain.ts';
import { isPositive, toNumber, type Fraction } from './fraction.ts';

interface Props {
  exercise: Exercise;
  worked: Worked;
  step: StepName;
  /** The example whose numbers stand in the units, from 0. */
  example: number;
}

/** What the edges, the hidden units and the output show at a step; nothing where it is not known yet. */
interface View {
  active: 'w1' | 'w2' | 'both' | 'none';
  backward: boolean;
  edges: 'weights' | 'gradient' | 'updated';
  hidden?: 'z1' | 'a1' | 'delta1';
  output?: 'output' | 'delta2';
}

const VIEWS: Record<StepName, View> = {
  given: { active: 'none', backward: false, edges: 'weights' },
  z1: { active: 'w1', backward: false, edges: 'weights', hidden: 'z1' },
  a1: { active: 'none', backward: false, edges: 'weights', hidden: 'a1' },
  output: { active: 'w2', backward: false, edges: 'weights', hidden: 'a1', output: 'output' },
  loss: { active: 'none', backward: false, edges: 'weights', hidden: 'a1', output: 'output' },
  delta2: { active: 'none', backward: true, edges: 'weights', hidden: 'a1', output: 'delta2' },
  gradient2: { active: 'w2', backward: true, edges: 'gradient', hidden: 'a1', output: 'delta2' },
  delta1: { active: 'w2', backward: true, edges: 'weights', hidden: 'delta1', output: 'delta2' },
  gradient1: { active: 'w1', backward: true, edges: 'gradient', hidden: 'delta1', output: 'delta2' },
  update: { active: 'both', backward: true, edges: 'updated' },
  check: { active: 'both', backward: true, edges: 'gradient' },
};
const EDGE_WORDS = { weights: 'weights', gradient: 'the gradient of the weights, over the batch', updated: 'the weights after the update' };
const UNIT_NAMES = { z1: 'z¹', a1: 'a¹', delta1: 'δ¹', output: 'ŷ', delta2: 'δ²' };

const WIDTH = 420;
const HEIGHT = 300;
const X = [28, 210, 392];
const RADIUS = 25;

export function NetworkDiagram({ exercise, worked, step, example }: Props) {
  const view = VIEWS[step];
  const inputs = exercise.x.slice(example * INPUTS, (example + 1) * INPUTS);
  const hidden = view.hidden && worked[view.hidden].slice(example * HIDDEN, (example + 1) * HIDDEN);
  const output = view.output && worked[view.output][example]!;
  const { w1, w2 } = view.edges === 'weights' ? exercise : view.edges === 'gradient' ? worked.gradient : worked.updated;
  const on = (j: number) => step === 'given' || step === 'z1' || isPositive(worked.a1[example * HIDDEN + j]!);
  const isActive = (layer: 'w1' | 'w2') => view.active === layer || view.active === 'both';
  const edges = [
    ...w1.map((value, at) => ({
      layer: 'w1' as const,
      value,
      from: [X[0]!, yOf(at % INPUTS, INPUTS)],
      to: [X[1]!, yOf(Math.floor(at / INPUTS), HIDDEN)],
      place: 0.74,
    })),
    ...w2.map((value, at) => ({ layer: 'w2' as const, value, from: [X[1]!, yOf(at, HIDDEN)], to: [X[2]!, yOf(0, 1)], place: 0.34 })),
  ] as const;
  // A gradient is shown where the step has just found it.
  const labelled = view.edges === 'gradient' ? edges.filter(({ layer }) => isActive(layer)) : edges;
  const said = [
    `Network with 2 inputs, 4 hidden units and 1 output, showing example ${example + 1}.`,
    `Its edges show ${EDGE_WORDS[view.edges]}.`,
    hidden && view.hidden && `Hidden units show ${UNIT_NAMES[view.hidden]}: ${hidden.map(short).join(', ')}.`,
    output && view.output && `The output shows ${UNIT_NAMES[view.output]}: ${short(output)}.`,
  ];
  return (
    <svg
      class={`stepper-diagram${view.backward ? ' is-backward' : ''}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={said.filter(Boolean).join(' ')}
    >
      {edges.map(({ layer, from, to }, at) => (
        <line key={at} class={isActive(layer) ? 'is-active' : ''} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      ))}
      {labelled.map(({ layer, value, from, to, place }, at) => (
        <text
          key={at}
          class={`stepper-weight${isActive(layer) ? ' is-active' : ''}`}
          x={between(from[0]!, to[0]!, place)}
          y={between(from[1]!, to[1]!, place)}
          dy="0.34em"
        >
          {short(value)}
        </text>
      ))}
      {inputs.map((value, k) => (
        <Unit key={k} x={X[0]!} y={yOf(k, INPUTS)} name="x" index={k + 1} value={value} />
      ))}
      {Array.from({ length: HIDDEN }, (_, j) => (
        <Unit key={j} x={X[1]!} y={yOf(j, HIDDEN)} name={view.hidden ? UNIT_NAMES[view.hidden] : ''} index={j + 1} value={hidden?.[j]} off={!on(j)} />
      ))}
      <Unit x={X[2]!} y={yOf(0, 1)} name={view.output ? UNIT_NAMES[view.output] : ''} value={output} />
    </svg>
  );
}

/** `off`: a unit whose activation is 0. */
function Unit({ x, y, name, index, value, off }: { x: number; y: number; name: string; index?: number; value: Fraction | undefined; off?: boolean }) {
  return (
    <g class={`stepper-unit${off ? ' is-off' : ''}`}>
      <circle cx={x} cy={y} r={RADIUS} />
      {value && (
        <>
          <text x={x} y={y - 6} class="stepper-unit-name">
            {name}
            {index !== undefined && (
              <tspan dy="3" class="stepper-unit-index">
                {index}
              </tspan>
            )}
          </text>
          <text x={x} y={y + 11}>
            {short(value)}
          </text>
        </>
      )}
    </g>
  );
}

function yOf(index: number, count: number): number {
  return HEIGHT / 2 + (index - (count - 1) / 2) * (count === HIDDEN ? 76 : 130);
}

function between(from: number, to: number, share: number): number {
  return Math.round(from + (to - from) * share);
}

/** What fits into a circle. */
function short(value: Fraction): string {
  return String(Number(toNumber(value).toPrecision(3))).replace('-', '−');
}
