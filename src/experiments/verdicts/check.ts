/** Which arms a verdict is about, and whether it can be judged at all. */
import { shapeOf } from '../../datasets/index.ts';
import type { Arm, Axis } from '../configuration/arm.ts';
import type { Verdict } from './verdict.ts';
import { metricNamesOf } from '../configuration/metrics.ts';
import { formatFound, formatPath, type Path, type Report } from '../../schema/problem.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Located } from '../../schema/zodProblems.ts';
import type { Looked } from './kind.ts';
import { chosenIn, kindOf, verdictNames, type Chosen } from './index.ts';
import { WITHOUT_METRIC } from './verdictSchema.ts';

/** The arms concerned: those that the verdict names, in its order, else all that `where` leaves. */
export function armsOfVerdict<A extends Pick<Arm, 'labels'>>(verdict: Verdict, axes: readonly Axis[], arms: readonly A[]): A[] {
  const concerned = arms.filter(({ labels }) => Object.entries(verdict.where).every(([axis, label]) => labels[axis] === label));
  const { kind, form } = kindOf(verdict);
  const corners = kind.corners?.(form);
  if (corners) return cornersOf(corners, concerned);
  const named = kind.labels?.(form);
  if (!named) return concerned;
  const axis = axisOf(named, verdict, axes);
  return named.flatMap((label) => concerned.filter(({ labels }) => axis !== undefined && labels[axis.name] === label));
}

/** The second axis varies fastest. */
function cornersOf<A extends Pick<Arm, 'labels'>>(corners: Record<string, string[]>, arms: readonly A[]): A[] {
  return Object.entries(corners)
    .reduce<A[][]>((groups, [axis, labels]) => groups.flatMap((group) => labels.map((one) => group.filter((arm) => arm.labels[axis] === one))), [[...arms]])
    .flat();
}

/** The axis that holds all of the labels and is not pinned by `where`. */
function axisOf(named: readonly string[], { where }: Verdict, axes: readonly Axis[]): Axis | undefined {
  return axes.find(({ name, values }) => where[name] === undefined && named.every((label) => values.some((value) => value.label === label)));
}

/** `arms`: all of the experiment's. */
export function checkVerdict(verdict: Verdict, experiment: Looked, arms: readonly Arm[], prefix: Path): Located[] {
  const problems: Located[] = [];
  const report: Report = (at, found, allowed) => {
    const whole = [...prefix, ...at];
    problems.push({ at: whole, path: formatPath(whole), found, allowed });
  };
  const all = chosenIn(verdict);
  const [chosen] = all;
  if (!chosen || all.length > 1) {
    report([], all.map(({ name }) => name).join(' and ') || 'a verdict that says nothing', `exactly one of ${verdictNames.join(', ')}`);
    return problems;
  }
  const { axes } = experiment;
  checkReading(verdict, chosen, report);
  checkWhere(verdict, axes, report);
  checkNamed(verdict, chosen, axes, report);
  checkCorners(verdict, chosen, axes, report);
  if (problems.length > 0) return problems;
  const { kind, form, name } = chosen;
  for (const arm of armsOfVerdict(verdict, axes, arms)) {
    if (kind.reads !== 'nothing') checkMetric(verdict, arm, report);
    kind.check?.(form, arm, experiment, (at, found, allowed) => report([name, ...at], found, allowed));
    if (problems.length > 0) break;
  }
  return problems;
}

/** Settings that this kind of verdict does not look at must not seem to matter. */
function checkReading({ metric, split, at, matters }: Verdict, { name, kind }: Chosen, report: Report): void {
  if (WITHOUT_METRIC.includes(name)) {
    if (metric !== 'loss') report(['metric'], metric, `nothing: ${name} is not about a metric of choice`);
    if (split !== 'train') report(['split'], split, `nothing: ${name} is not about a split of choice`);
  }
  if (!('matters' in kind) && matters !== undefined) report(['matters'], formatFound(matters), `nothing: ${name} has a bound or a margin of its own`);
  if (kind.reads !== 'timed' && at !== 'final') report(['at'], at, `nothing: ${name} is not about a moment of choice`);
}

function checkWhere({ where }: Verdict, axes: readonly Axis[], report: Report): void {
  for (const [name, label] of Object.entries(where)) {
    const axis = axes.find((candidate) => candidate.name === name);
    if (!axis) report(['where', name], formatFound(name), `the name of an axis: ${listed(axes.map((a) => a.name))}`);
    else if (!axis.values.some((value) => value.label === label))
      report(['where', name], formatFound(label), `one of ${listed(axis.values.map((v) => v.label))}`);
  }
}

function checkNamed(verdict: Verdict, { name, kind, form }: Chosen, axes: readonly Axis[], report: Report): void {
  const named = kind.labels?.(form);
  if (!named) return;
  const at = name === 'reaches' ? [name, 'sooner'] : name === 'same' ? [name, 'arms'] : name === 'rises' ? [name, 'along'] : [name];
  if (new Set(named).size < named.length) return report(at, formatFound(named), 'labels that differ');
  const axis = axisOf(named, verdict, axes);
  if (!axis) return report(at, formatFound(named), `labels of one axis: ${axes.map(describeAxis).join('; ') || 'there is no axis to compare along'}`);
  for (const other of axes) {
    if (other !== axis && verdict.where[other.name] === undefined) {
      report(['where'], `nothing about ${formatFound(other.name)}`, 'one label for every other axis');
    }
  }
}

function checkCorners({ where }: Verdict, { name, kind, form }: Chosen, axes: readonly Axis[], report: Report): void {
  const corners = kind.corners?.(form);
  if (!corners) return;
  for (const [axis, labels] of Object.entries(corners)) {
    const values = axes.find((candidate) => candidate.name === axis)?.values.map(({ label }) => label);
    if (!values) report([name, 'of', axis], formatFound(axis), `the name of an axis: ${listed(axes.map((a) => a.name))}`);
    else if (new Set(labels).size < 2 || !labels.every((label) => values.includes(label)))
      report([name, 'of', axis], formatFound(labels), `two labels that differ, of ${listed(values)}`);
  }
  for (const { name: axis } of axes) {
    if (!(axis in corners) && where[axis] === undefined) report(['where'], `nothing about ${formatFound(axis)}`, 'one label for every other axis');
    if (axis in corners && where[axis] !== undefined) report(['where', axis], formatFound(where[axis]), 'nothing: the interaction names two labels of it');
  }
}

function checkMetric({ metric, split, at }: Verdict, { label, configuration }: Arm, report: Report): void {
  const names = metricNamesOf(shapeOf(configuration.dataset).task, split);
  if (!names.includes(metric)) report(['metric'], metric, `${names.join(', ')}, which arm "${label}" can report of this split`);
  if (splitSizes(configuration)[split] === 0) report(['split'], split, `a split that arm "${label}" has: see split.${split}`);
  // The lowest point of a curve is low by luck, the more so the more it jitters.
  if (at !== 'best') return;
  if (split === 'validation') report(['split'], split, 'a split that has no say in which point is best: test or train; validation chooses it');
  else if (splitSizes(configuration).validation === 0) report(['at'], at, `final or area: arm "${label}" has no validation split that could choose a point`);
}

function describeAxis({ name, values }: Axis): string {
  return `${name} has ${listed(values.map((value) => value.label))}`;
}

function listed(names: string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ') || 'none';
}
