/**
 * Where a claim holds: a grid of its conditions. Each cell is marked by outcome, says its effect, is coloured by it, and leads to the
 * experiment with the cell's settings. Nothing is said by colour alone.
 */
import type { MapView, ViewedCell } from '../../experiments/maps/mapView.ts';
import { OUTCOME_MARKS, OUTCOMES } from '../../words/verdictText.ts';
import { accessible } from '../parts/accessible.ts';
import { caption } from '../parts/figureElement.ts';
import { drawing, svgElement, textElement } from '../parts/svg.ts';
import { cellText, effectName, numberText, placeText } from './mapWords.ts';

/** Px. */
const CELL = { width: 78, height: 40 };
const GAP = 2;
/** Shades on each side: classes is-for-1 to is-for-3, is-against-1 to is-against-3. */
const SHADES = 3;

export function claimMap(view: MapView, document: Document): HTMLElement {
  const figure = document.createElement('figure');
  figure.setAttribute('class', 'figure figure-map');
  const panels = document.createElement('div');
  panels.setAttribute('class', 'figure-panels');
  const svg = accessible(draw(view, document), document, `Where it holds: ${view.claim}`, description(view));
  // A picture to look at and a group of links to follow.
  svg.setAttribute('role', 'group');
  Array.from(svg.querySelectorAll('a')).forEach((link, index) => {
    link.setAttribute('aria-label', `${said(view, index)}. Open the experiment with these settings.`);
  });
  svg.setAttribute('style', `max-width:min(100%,${Math.round(Number(svg.getAttribute('width')) / 1.4) / 10}rem)`);
  panels.append(svg);
  figure.append(panels, caption(document, captionText(view)));
  return figure;
}

function draw(view: MapView, document: Document): Element {
  const across = view.conditions.at(-1)!;
  const down = view.conditions.length > 1 ? view.conditions[0]! : { title: '', labels: [''] };
  const left = 14 + 6.4 * Math.max(...down.labels.map(({ length }) => length), down.title.length + 2);
  const width = Math.max(CELL.width, 12 + 6.4 * Math.max(...across.labels.map(({ length }) => length)));
  const top = 36;
  const right = Math.max(left + width * across.labels.length, left + 6.4 * (across.title.length + 3)) + GAP;
  const svg = drawing(document, right, top + CELL.height * down.labels.length + GAP);
  svg.append(
    textElement(document, `${across.title} →`, { x: left, y: 12 }),
    ...(down.title ? [textElement(document, `${down.title} ↓`, { x: left - 10, y: top - 6, 'text-anchor': 'end' })] : []),
    ...across.labels.map((label, column) => textElement(document, label, { x: left + (column + 0.5) * width, y: top - 6, 'text-anchor': 'middle', 'font-weight': '600' })), // prettier-ignore
    ...down.labels.map((label, row) => textElement(document, label, { x: left - 10, y: top + (row + 0.5) * CELL.height + 4, 'text-anchor': 'end', 'font-weight': '600' })), // prettier-ignore
  );
  const shade = shades(view);
  down.labels.forEach((_, row) => {
    across.labels.forEach((__, column) => {
      const index = row * across.labels.length + column;
      svg.append(...cellElements(view, index, { x: left + column * width, y: top + row * CELL.height, width }, shade, document));
    });
  });
  return svg;
}

function said(view: MapView, index: number): string {
  const cell = view.cells[index];
  return `${placeText(view, index)}: ${cell ? cellText(view, cell) : 'not judged yet'}`;
}

interface Box {
  x: number;
  y: number;
  width: number;
}

/** A link that is named in words, and beside it, to be seen, the same in short. */
function cellElements(view: MapView, index: number, { x, y, width }: Box, shade: (cell: ViewedCell) => string, document: Document): Element[] {
  const cell = view.cells[index];
  const link = svgElement(document, 'a', { href: view.links[index], class: `map-cell ${cell ? shade(cell) : 'is-waiting'}` });
  link.append(
    svgElement(document, 'rect', {
      ...{ x: x + GAP / 2, y: y + GAP / 2, width: width - GAP, height: CELL.height - GAP, rx: 2 },
      'data-tip': said(view, index),
      ...(cell?.outcome === 'open' && { 'stroke-dasharray': '3 3' }),
    }),
  );
  if (!cell) return [link];
  const middle = { x: x + width / 2, 'text-anchor': 'middle', class: 'map-mark', 'aria-hidden': 'true' };
  return [
    link,
    textElement(document, OUTCOME_MARKS[cell.outcome], { ...middle, y: y + 17, 'font-weight': '700', 'font-size': '14' }),
    textElement(document, numberText(view, cell), { ...middle, y: y + 32, 'font-size': '11.5' }),
  ];
}

/** By how far the effect lies on either side, as a share of the farthest; the root, so that small ones can be told apart. */
function shades({ cells }: MapView): (cell: ViewedCell) => string {
  const farthest = Math.max(...cells.map((cell) => Math.abs(cell?.lean ?? 0)));
  return ({ lean, outcome }) => {
    const side = outcome === 'reversed' || (lean ?? 0) < 0 ? 'against' : 'for';
    // A run that diverged is as far off as can be.
    if (lean === null) return outcome === 'holds' || outcome === 'reversed' ? `is-${side}-${SHADES}` : 'is-none';
    if (lean === 0) return 'is-none';
    return `is-${side}-${Math.max(1, Math.ceil(SHADES * Math.sqrt(Math.abs(lean) / farthest)))}`;
  };
}

function description(view: MapView): string {
  const judged = view.cells.filter((cell) => cell !== undefined);
  const counts = OUTCOMES.map((outcome) => `${outcome} in ${judged.filter((cell) => cell.outcome === outcome).length}`);
  return `${view.cells.length} cells: ${counts.join(', ')}. ${view.conditions.map(({ title, labels }) => `${title}: ${labels.join(', ')}`).join('; ')}.`;
}

function captionText(view: MapView): string {
  const seeds = view.cells.find((cell) => cell !== undefined)?.seeds;
  const key = OUTCOMES.map((outcome) => `${OUTCOME_MARKS[outcome]} ${outcome}`).join(', ');
  const number = effectName(view) || 'seeds that speak for the claim';
  return `${key}. Number: ${number}${seeds === undefined ? '' : `, ${seeds} seeds`}. Blue speaks for the claim, orange against it, the stronger the farther. A cell opens the experiment with its settings.`;
}
