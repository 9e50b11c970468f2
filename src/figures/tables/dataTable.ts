/** The numbers behind an experiment's figures as an HTML table: one row per arm. */
import { mean, median, quantile, sampleStandardDeviation } from 'simple-statistics';
import { quantityName, shownKey, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { formatCount, formatNumber } from '../../words/format.ts';
import type { FigureOptions } from '../parts/figureElement.ts';
import { tableElement } from './table.ts';
import type { Split } from '../../engines/engine.ts';

interface Column {
  /** Lines of the heading. */
  head: string;
  cell(arm: ArmFigure): string;
}

export function dataTable(data: FigureData, { document }: FigureOptions): HTMLElement {
  const columns = columnsOf(data);
  const nameHeads = [data.facets.name, data.series.name].filter(Boolean);
  const rows = data.arms.map((arm) => {
    const names = [data.facets.name && data.facets.labels[arm.facet], data.series.name && data.series.labels[arm.series]].filter(Boolean) as string[];
    return [...(names.length > 0 ? names : ['all runs']), ...columns.map((column) => column.cell(arm))];
  });
  const caption = `${data.title}: final values over ${data.seeds.length} ${data.seeds.length === 1 ? 'seed' : 'seeds'}`;
  const head = [...(nameHeads.length > 0 ? nameHeads : ['arm']), ...columns.map((column) => column.head)];
  return tableElement(document, { caption, head, rows, names: nameHeads.length || 1 });
}

function columnsOf(data: FigureData): Column[] {
  const shown = shownKey(data);
  const keys = [...new Set(data.arms.flatMap((arm) => arm.runs.flatMap((run) => Object.keys(run.final))))].filter((key) => key !== shown);
  const facts = data.arms.some((arm) => arm.facts);
  const diverged = data.arms.some((arm) => arm.runs.some((run) => run.ending === 'diverged'));
  const fact = (head: string, key: 'parameterCount' | 'updates' | 'epochs' | 'examplesSeen'): Column => ({
    head,
    cell: (arm) => (arm.facts ? formatCount(arm.facts[key]) : '–'),
  });
  return [
    ...(facts ? [fact('parameters', 'parameterCount'), fact('updates', 'updates'), fact('epochs', 'epochs'), fact('examples seen', 'examplesSeen')] : []),
    { head: 'seeds', cell: (arm) => String(arm.runs.length) },
    ...(diverged ? [{ head: 'diverged', cell: (arm: ArmFigure) => String(arm.runs.filter((run) => run.ending === 'diverged').length) }] : []),
    { head: `final ${keyName(shown)}, median`, cell: (arm) => withValues(arm, shown, (values) => formatNumber(median(values))) },
    {
      head: 'quartiles',
      cell: (arm) =>
        withValues(arm, shown, (values) => (values.length < 3 ? '–' : `${formatNumber(quantile(values, 0.25))} to ${formatNumber(quantile(values, 0.75))}`)),
    },
    ...[shown, ...keys].map((key): Column => ({ head: `final ${keyName(key)}, mean ± sd`, cell: (arm) => withValues(arm, key, meanAndDeviation) })),
  ];
}

/** Only finite values are averaged; the column "diverged" says how many are not. */
function withValues(arm: ArmFigure, key: string, compute: (values: number[]) => string): string {
  const values = arm.runs.map((run) => run.final[key] ?? NaN).filter(Number.isFinite);
  return values.length ? compute(values) : '–';
}

function meanAndDeviation(values: number[]): string {
  return values.length < 2 ? formatNumber(mean(values)) : `${formatNumber(mean(values))} ± ${formatNumber(sampleStandardDeviation(values), 2)}`;
}

function keyName(key: string): string {
  const [split, metric] = key.split('.') as [Split, string];
  return quantityName(split, metric);
}
