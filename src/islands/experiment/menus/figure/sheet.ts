/**
 * A figure of the page as one drawing that can stand alone:
 *
 *   title ─ key ─ panels in rows ─ caption ─ remarks, source
 */
import { inlineStyles } from './inlineStyles.ts';
import { wrap } from './wrap.ts';

export interface SheetText {
  title: string;
  /** Under the caption, small: how the experiment was changed, and where it is from. */
  remarks: string[];
}

export interface Sheet {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 20;
const GAP = 16;
/** Least width, px, so that captions have lines to read. */
const LEAST = 480;
/** Panels beside each other. */
const MOST_COLUMNS = 3;
const LINE = { title: 20, key: 18, small: 16 } as const;

interface Colors {
  ink: string;
  quiet: string;
  paper: string;
}

/** `figure` is in the page and shown; it stays as it is. `fonts`: style rules for the family `FONT_NAME`. */
export function drawSheet(figure: Element, { title, remarks }: SheetText, colors: Colors, fonts: string): Sheet {
  const panels = panelsOf(figure);
  const columns = Math.ceil(panels.length / Math.ceil(panels.length / MOST_COLUMNS)) || 1;
  const cell = Math.max(...panels.map((panel) => sizeOf(panel).width), 0);
  const inner = Math.max(LEAST, columns * cell + (columns - 1) * GAP);
  const width = inner + 2 * MARGIN;
  const svg = document.createElementNS(SVG, 'svg');
  let y = MARGIN;
  const write = (text: string, size: number, weight: number, fill: string, line: number) => {
    for (const row of wrap(text, inner, measure(size, weight))) {
      y += line;
      svg.append(textElement(row, MARGIN, y - 4, { 'font-size': String(size), 'font-weight': String(weight), fill }));
    }
  };
  write(title, 15, 600, colors.ink, LINE.title);
  y += 8;
  y = drawKey(svg, figure, y, inner, colors.ink);
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    row.forEach((panel, index) => svg.append(placed(panel, MARGIN + index * (cell + GAP), y)));
    y += Math.max(...row.map((panel) => sizeOf(panel).height)) + GAP;
  }
  write(figure.querySelector('figcaption')?.textContent ?? '', 12, 400, colors.quiet, LINE.small);
  for (const remark of remarks) {
    y += 4;
    write(remark, 11, 400, colors.quiet, LINE.small);
  }
  const height = Math.ceil(y + MARGIN);
  const attributes = { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'font-family': FAMILY, fill: colors.ink };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  const back = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: colors.paper })) back.setAttribute(name, String(value));
  const style = document.createElementNS(SVG, 'style');
  style.textContent = fonts;
  svg.prepend(named('title', title), named('desc', remarks.join(' ')), style, back);
  return { svg, width, height };
}

/** The name under which a sheet knows the page's typeface for controls and figures. */
export const FONT_NAME = 'Source Sans 3';
const FAMILY = `'${FONT_NAME}', sans-serif`;

/** Of a drawing that the page has in two sizes, the wide one. */
function panelsOf(figure: Element): SVGSVGElement[] {
  const all = Array.from(figure.querySelectorAll<SVGSVGElement>('.figure-panels svg.figure-plot'));
  const isWide = (panel: Element) => panel.classList.contains('figure-wide');
  return all.some(isWide) ? all.filter((panel) => !panel.classList.contains('figure-narrow')) : all;
}

function sizeOf(panel: SVGSVGElement): { width: number; height: number } {
  const { width, height } = panel.viewBox.baseVal;
  return { width, height };
}

function placed(panel: SVGSVGElement, x: number, y: number): SVGElement {
  const copy = inlineStyles(panel, () => FAMILY);
  const { width, height } = sizeOf(panel);
  for (const [name, value] of Object.entries({ x, y, width, height, overflow: 'visible' })) copy.setAttribute(name, String(value));
  return copy;
}

/** The samples of the key with their names, in rows. Returns where it ends. */
function drawKey(svg: SVGSVGElement, figure: Element, top: number, inner: number, ink: string): number {
  const items = Array.from(figure.querySelectorAll('.figure-key li'));
  let x = 0;
  let y = top;
  for (const item of items) {
    const sample = item.querySelector('svg');
    const text = item.textContent.trim();
    const { width, height } = sample ? { width: Number(sample.getAttribute('width')), height: Number(sample.getAttribute('height')) } : { width: 0, height: 0 };
    const whole = width + 6 + measure(12, 400)(text);
    if (x > 0 && x + whole > inner) {
      x = 0;
      y += LINE.key;
    }
    if (sample) {
      const copy = inlineStyles(sample, () => FAMILY);
      copy.setAttribute('x', String(MARGIN + x));
      copy.setAttribute('y', String(y + (LINE.key - height) / 2));
      svg.append(copy);
    }
    svg.append(textElement(text, MARGIN + x + width + 6, y + LINE.key - 5, { 'font-size': '12', fill: ink }));
    x += whole + GAP;
  }
  return items.length > 0 ? y + LINE.key + 8 : y;
}

function textElement(text: string, x: number, y: number, attributes: Record<string, string>): SVGElement {
  const element = named('text', text);
  for (const [name, value] of Object.entries({ x: String(x), y: String(y), ...attributes })) element.setAttribute(name, value);
  return element;
}

function named(name: string, text: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  element.textContent = text;
  return element;
}

function measure(size: number, weight: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser cannot measure text.');
  context.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).getPropertyValue('--font-ui') || 'sans-serif'}`;
  return (text) => context.measureText(text).width;
}
