import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { MapView, ViewedCell } from '../../src/experiments/maps/mapView.ts';
import { mapCsv } from '../../src/export/results/mapCsv.ts';
import { claimMap } from '../../src/figures/map/claimMap.ts';
import { mapTable } from '../../src/figures/map/mapTable.ts';
import { plainDocument } from '../../src/figures/parts/plainDocument.ts';

const cell = (outcome: ViewedCell['outcome'], median: number | null): ViewedCell => ({
  ...{ outcome, agree: 9, against: 1, seeds: 10, lean: median },
  effect: median === null ? { median, low: null, high: null } : { median, low: median - 0.1, high: median + 0.1 },
});

const view: MapView = {
  claim: 'Adam ends lower.',
  effect: { split: 'validation', metric: 'loss', order: { from: 'sgd', less: 'adam' } },
  conditions: [
    { title: 'epochs', labels: ['5', '30'] },
    { title: 'learning rate', labels: ['0.01', '0.1', '1'] },
  ],
  cells: [cell('holds', 0.4), cell('no difference', 0.004), cell('reversed', -0.1), cell('open', 0), cell('holds', null), undefined],
  links: ['#a', '#b', '#c', '#d', '#e', '#f'],
};

test('each cell is a link that says outcome and effect in marks and words, not by colour alone', () => {
  const { document } = parseHTML(`<main>${claimMap(view, plainDocument()).outerHTML}</main>`);
  const cells = Array.from(document.querySelectorAll('a'));
  expect(cells.map((link) => link.getAttribute('href'))).toEqual(view.links);
  const marks = cells.map((link) => {
    const next = [link.nextElementSibling, link.nextElementSibling?.nextElementSibling];
    return next.filter((mark) => mark?.getAttribute('class') === 'map-mark').map((mark) => mark!.textContent);
  });
  expect(marks).toEqual([['✓', '0.40'], ['≈', '0.0040'], ['✗', '−0.10'], ['?', '0'], ['✓', '–'], []]);
  expect(cells[2]!.getAttribute('aria-label')).toBe(
    'epochs 5, learning rate 1: the opposite holds in 1 of 10 seeds, effect −0.100 (−0.200 to 0). Open the experiment with these settings.',
  );
  // Shades by the root of the share of the farthest: 0.4 → 3, 0.004 → 1 and −0.1 → 2 on the other side.
  expect(cells.map((link) => link.getAttribute('class')!.replace('map-cell ', ''))).toEqual([
    ...['is-for-3', 'is-for-1', 'is-against-2', 'is-none', 'is-for-3', 'is-waiting'],
  ]);
});

test('a table and a file hold the numbers; what is not judged has no row', () => {
  const { head, rows, names } = mapTable(view);
  expect(head.slice(0, names)).toEqual(['epochs', 'learning rate']);
  expect(rows).toHaveLength(5);
  expect(rows[1]).toEqual(['5', '0.1', 'no difference', '9', '1', '10', '0.00400', '−0.0960', '0.104']);
  const lines = mapCsv(view, ['training.epochs', 'training.optimizer.learningRate']).trimEnd().split('\n');
  expect(lines[0]).toBe('training.epochs,training.optimizer.learningRate,outcome,agree,against,seeds,effect,effectLow,effectHigh');
  expect(lines[4]).toBe('30,0.01,open,9,1,10,0,-0.1,0.1');
  expect(lines).toHaveLength(6);
});
