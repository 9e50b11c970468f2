/** What a reader may predict before they look: which arm wins, or, of other kinds of claim, whether it holds. */
import { findMetric } from '../../../experiments/configuration/metrics.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Verdict } from '../../../experiments/verdicts/verdict.ts';
import { armsOfVerdict } from '../../../experiments/verdicts/check.ts';
import { axisTitle } from '../../../figures/data/adapter.ts';
import type { Outcome } from '../../../words/verdictText.ts';
import { quantityName } from '../../../figures/data/figureData.ts';

/** A choice that is no arm. */
export const NO_DIFFERENCE = 'no difference';
export const HOLDS = 'it holds';
export const FAILS = 'it does not hold';

export interface Question {
  text: string;
  choices: string[];
  /** Index of the verdict that answers it. */
  verdict: number;
  /** Of a question that the author asks: the choice that each outcome bears out. */
  right?: Partial<Record<Outcome, string>>;
  /** Share of the seeds that must say the same for it to be the answer. */
  inAtLeast: number;
  /** Where arms compete: the label of each one's arm by its choice, and what decides. Absent: the claim itself is in question. */
  contest?: { arms: Record<string, string>; verdict: Verdict; better: 'low' | 'high'; margin: number };
}

/** The author's, or about the first verdict; undefined for an experiment without one. */
export function questionOf(experiment: Experiment): Question | undefined {
  const [verdict] = experiment.verdicts;
  if (!verdict) return undefined;
  if (experiment.predict) {
    const { question, options, answer } = experiment.predict;
    const { verdict: number, ...right } = answer;
    return { text: question, choices: options, verdict: number - 1, right, inAtLeast: experiment.verdicts[number - 1]!.inAtLeast };
  }
  const { inAtLeast } = verdict;
  const labels = verdict.ascending ?? verdict.same?.arms;
  // Of the area under a curve, recordings hold nothing for single runs.
  if (!labels || verdict.at === 'area') {
    return {
      text: `${verdict.claim} Does that hold in at least ${Math.round(100 * inAtLeast)} % of the seeds?`,
      choices: [HOLDS, FAILS],
      verdict: 0,
      inAtLeast,
    };
  }
  const concerned = armsOfVerdict(verdict, experiment.axes, experiment.arms);
  const axis = experiment.axes.find(({ name }) => concerned.every((arm, index) => arm.labels[name] === labels[index]));
  const { better } = findMetric(verdict.metric);
  const where = Object.entries(verdict.where).map(([name, label]) => `${axisTitle(name)} ${label}`);
  const condition = where.length > 0 ? `With ${where.join(' and ')}, which` : 'Which';
  const end = verdict.at === 'best' ? 'has, where its validation split reads best,' : 'ends with';
  return {
    text: `${condition} ${axis ? axisTitle(axis.name) : 'arm'} ${end} the ${better === 'low' ? 'lowest' : 'highest'} ${quantityName(verdict.split, verdict.metric)}?`,
    choices: [
      ...inOrder(
        labels,
        axis?.values.map(({ label }) => label),
      ),
      NO_DIFFERENCE,
    ],
    verdict: 0,
    inAtLeast,
    contest: { arms: Object.fromEntries(concerned.map((arm, index) => [labels[index]!, arm.label])), verdict, better, margin: verdict.same?.margin ?? 0 },
  };
}

/** As the axis has them: the order of the verdict would give its claim away. */
function inOrder(labels: readonly string[], axis: readonly string[] = labels): string[] {
  return axis.filter((label) => labels.includes(label));
}
