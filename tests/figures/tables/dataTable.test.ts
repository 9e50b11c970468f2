import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fromRuns } from '../../../src/figures/data/adapter.ts';
import { dataTable } from '../../../src/figures/tables/dataTable.ts';
import { liveRun, oneAxis } from '../data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

describe('dataTable', () => {
  const experiment = oneAxis();
  const facts = new Map([['10', { parameterCount: 22, updates: 12_000, epochs: 3, examplesSeen: 240 }]]);
  const runs = [
    ...[2, 4, 9].map((loss, index) => liveRun('10', index + 1, [loss])),
    liveRun('20', 1, [5]),
    liveRun('20', 2, [6], { state: 'diverged', step: 3, explanation: '' }),
  ];
  const table = dataTable(fromRuns(experiment, experiment.arms, runs, facts), { document });
  const cells = (row: number) => Array.from(table.querySelectorAll('tbody tr')[row]?.querySelectorAll('th, td') ?? [], (cell) => cell.textContent);
  const heads = Array.from(table.querySelectorAll('thead th'), (cell) => cell.textContent);

  it('names its columns and rows for assistive technology', () => {
    expect(table.querySelector('caption')?.textContent).toContain('A test');
    expect(Array.from(table.querySelectorAll('thead th')).every((cell) => cell.getAttribute('scope') === 'col')).toBe(true);
    expect(Array.from(table.querySelectorAll('tbody th')).every((cell) => cell.getAttribute('scope') === 'row')).toBe(true);
    expect(heads.slice(0, 2)).toEqual(['batch size', 'parameters']);
  });

  it('has counts, median, quartiles, mean and standard deviation', () => {
    // 2, 4, 9: median 4; quartiles at ranks 0.5 and 1.5 (R's type 7): 3 and 6.5; mean 5; sd √((9 + 1 + 16)/2) = 3.61.
    expect(cells(0)).toEqual(['10', '22', '12\u202f000', '3', '240', '3', '0', '4.00', '3.00 to 6.50', '5.00 ± 3.6']);
  });

  it('averages over finite values alone, and says how many are not', () => {
    expect(heads).toContain('diverged');
    expect(cells(1)).toEqual(['20', '–', '–', '–', '–', '2', '1', '5.00', '–', '5.00']);
  });
});
