/** Which arms a verdict is about, and whether it can be judged at all. */
import { shapeOf } from '../datasets/index.ts';
import { metricNamesOf } from './metrics.ts';
import { formatFound, formatPath, type Path } from './problem.ts';
import { splitSizes } from './splitSizes.ts';
import type { Arm, Axis, Verdict } from './types.ts';
import type { Located } from './zodProblems.ts';

/** The arms concerned: in the claimed order for `ascending`, else all that `where` leaves. */
export function armsOfVerdict(verdict: Verdict, axes: readonly Axis[], arms: readonly Arm[]): Arm[] {
  const concerned = arms.filter(({ labels }) => Object.entries(verdict.where).every(([axis, label]) => labels[axis] === label));
  if (!verdict.ascending) return concerned;
  const axis = ascendingAxis(verdict, axes);
  return verdict.ascending.flatMap((label) => concerned.filter(({ labels }) => axis !== undefined && labels[axis.name] === label));
}

/** The axis that holds all of the ascending labels and is not pinned by `where`. */
export function ascendingAxis({ ascending = [], where }: Verdict, axes: readonly Axis[]): Axis | undefined {
  return axes.find(({ name, values }) => where[name] === undefined && ascending.every((label) => values.some((value) => value.label === label)));
}

export function checkVerdict(verdict: Verdict, axes: readonly Axis[], arms: readonly Arm[], prefix: Path): Located[] {
  const problems: Located[] = [];
  const report = (at: Path, found: string, allowed: string) => {
    const whole = [...prefix, ...at];
    problems.push({ at: whole, path: formatPath(whole), found, allowed });
  };
  checkForm(verdict, report);
  checkLabels(verdict, axes, report);
  if (problems.length > 0) return problems;
  for (const { label, configuration } of armsOfVerdict(verdict, axes, arms)) {
    const names = metricNamesOf(shapeOf(configuration.dataset).task, verdict.split);
    if (!names.includes(verdict.metric)) report(['metric'], verdict.metric, `${names.join(', ')}, which arm "${label}" can report of this split`);
    if (splitSizes(configuration)[verdict.split] === 0) {
      report(['split'], verdict.split, `a split that arm "${label}" has: see split.${verdict.split}`);
    }
    if (problems.length > 0) break;
  }
  return problems;
}

function checkForm({ ascending, below, above }: Verdict, report: (at: Path, found: string, allowed: string) => void): void {
  const forms = Object.entries({ ascending, below, above }).filter(([, value]) => value !== undefined);
  if (forms.length !== 1) {
    report([], forms.length === 0 ? 'a verdict that says nothing' : forms.map(([name]) => name).join(' and '), 'exactly one of ascending, below, above');
  }
}

function checkLabels(verdict: Verdict, axes: readonly Axis[], report: (at: Path, found: string, allowed: string) => void): void {
  for (const [name, label] of Object.entries(verdict.where)) {
    const axis = axes.find((candidate) => candidate.name === name);
    if (!axis) report(['where', name], formatFound(name), `the name of an axis: ${listed(axes.map((a) => a.name))}`);
    else if (!axis.values.some((value) => value.label === label))
      report(['where', name], formatFound(label), `one of ${listed(axis.values.map((v) => v.label))}`);
  }
  if (!verdict.ascending) return;
  if (new Set(verdict.ascending).size < verdict.ascending.length) return report(['ascending'], formatFound(verdict.ascending), 'labels that differ');
  const axis = ascendingAxis(verdict, axes);
  if (!axis)
    return report(
      ['ascending'],
      formatFound(verdict.ascending),
      `labels of one axis: ${axes.map(describeAxis).join('; ') || 'there is no axis to compare along'}`,
    );
  for (const { name } of axes) {
    if (name !== axis.name && verdict.where[name] === undefined) report(['where'], `nothing about ${formatFound(name)}`, 'one label for every other axis');
  }
}

function describeAxis({ name, values }: Axis): string {
  return `${name} has ${listed(values.map((value) => value.label))}`;
}

function listed(names: string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ') || 'none';
}
