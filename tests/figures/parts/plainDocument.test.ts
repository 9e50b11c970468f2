/** What figures draw into a plain document is what they draw into linkedom's, which the site is built with. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fromRuns } from '../../../src/figures/data/adapter.ts';
import { drawWhole } from '../../../src/figures/parts/figureElement.ts';
import { figureTables } from '../../../src/figures/figureTables.ts';
import { figures } from '../../../src/figures/index.ts';
import { plainDocument } from '../../../src/figures/parts/plainDocument.ts';
import { completeRuns } from '../data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const { experiment, runs, context } = completeRuns();
const data = fromRuns(experiment, experiment.arms, runs, new Map(), context);

/** As a browser would read it, attributes in the order of their names. Plot counts its clip paths up. */
function read(markup: string): string {
  const body = document.createElement('body');
  body.innerHTML = markup;
  for (const element of body.querySelectorAll('*')) {
    const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  return body.innerHTML.replace(/plot-clip-\d+/g, 'plot-clip');
}

describe('a plain document', () => {
  it.each(Object.keys(figures) as (keyof typeof figures)[])('takes the figure %s as linkedom does', (name) => {
    const drawn = (into: Document) => drawWhole(figures[name].draw(data, { document: into })).outerHTML;
    const plain = drawn(plainDocument());
    expect(read(plain)).toBe(read(drawn(document)));
    expect(plain.length).toBeGreaterThan(200);
  });

  it('takes tables as linkedom does', () => {
    const names = Object.keys(figures) as (keyof typeof figures)[];
    const drawn = (into: Document) => figureTables(names, data, { document: into }).map(({ outerHTML }) => outerHTML).join(''); // prettier-ignore
    expect(read(drawn(plainDocument()))).toBe(read(drawn(document)));
  });

  it('escapes what would be markup', () => {
    const plain = plainDocument();
    const element = plain.createElement('p');
    element.setAttribute('title', '"a" & <b>');
    element.textContent = '1 < 2 & "3"';
    expect(element.outerHTML).toBe('<p title="&quot;a&quot; &amp; &lt;b&gt;">1 &lt; 2 &amp; "3"</p>');
  });

  it('refuses selectors that it does not know', () => {
    expect(() => plainDocument().createElement('p').querySelector('a > b')).toThrow('Found the selector "a > b"; allowed');
  });
});
