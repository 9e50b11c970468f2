/**
 * Give a drawn plot its name and description for assistive technology, and make it small: Plot's own
 * style sheet goes (styles/experiment/figures.css has it once for all figures), coordinates keep one decimal.
 */
export function accessible(plot: Element, document: Document, title: string, description: string): Element {
  const svg = plot.localName === 'svg' ? plot : plot.querySelector('svg');
  if (!svg) throw new Error('A figure needs a plot that draws an SVG.');
  svg.querySelector('style')?.remove();
  svg.setAttribute('class', 'figure-plot');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}. ${description}`);
  for (const element of svg.querySelectorAll('[aria-label]')) element.removeAttribute('aria-label');
  // Plot's titles of marks become the site's own tips (hover.ts).
  for (const tip of svg.querySelectorAll('title')) {
    tip.parentElement?.setAttribute('data-tip', tip.textContent);
    tip.remove();
  }
  for (const name of ['d', 'transform']) {
    for (const element of svg.querySelectorAll(`[${name}]`)) element.setAttribute(name, rounded(element.getAttribute(name) ?? ''));
  }
  const desc = document.createElementNS(SVG, 'desc');
  desc.textContent = description;
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  svg.prepend(name, desc);
  return svg;
}

function rounded(coordinates: string): string {
  return coordinates.replace(/\d+\.\d{2,}/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
}

const SVG = 'http://www.w3.org/2000/svg';
