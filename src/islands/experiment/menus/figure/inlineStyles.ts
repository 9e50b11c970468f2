/** A drawing that looks the same outside the page: what style sheets say of it, written into it. */

/** What a child has from its parent, unless it says otherwise. */
const INHERITED = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap'],
  ...[
    'stroke-linejoin',
    'stroke-miterlimit',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'text-anchor',
    'dominant-baseline',
    'paint-order',
    'color',
  ],
] as const;
/** What every element has of itself, with the value that need not be said. */
const OWN: Readonly<Record<string, string>> = { opacity: '1', 'clip-path': 'none', 'mix-blend-mode': 'normal', 'vector-effect': 'none', visibility: 'visible' };

/** A copy of `source`, which is in the page, with what is hidden left out. `font`: names of families, as the page has them, by what the copy calls them. */
export function inlineStyles(source: SVGElement, rename: (family: string) => string): SVGElement {
  const copy = source.cloneNode(true) as SVGElement;
  style(source, copy, undefined, rename);
  return copy;
}

function style(source: Element, copy: Element, parent: CSSStyleDeclaration | undefined, rename: (family: string) => string): void {
  const computed = getComputedStyle(source);
  if (parent && computed.display === 'none') return copy.remove();
  const children = Array.from(copy.children);
  for (const name of INHERITED) {
    const value = computed.getPropertyValue(name);
    // Where it is like its parent it says nothing, whatever rule or attribute made it so.
    if (parent?.getPropertyValue(name) === value) copy.removeAttribute(name);
    else copy.setAttribute(name, name === 'font-family' ? rename(value) : value);
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = computed.getPropertyValue(name);
    // An address in a computed value is that of the page; the attribute has the one within the drawing.
    if (value.includes('url(')) continue;
    if (value === '' || value === usual) copy.removeAttribute(name);
    else copy.setAttribute(name, value);
  }
  for (const name of ['class', 'style', 'tabindex', 'aria-label', 'aria-hidden', 'role']) copy.removeAttribute(name);
  Array.from(source.children).forEach((child, index) => style(child, children[index]!, computed, rename));
}
