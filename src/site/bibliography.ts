/** The references, read from content/bibliography.bib and formatted in APA style at build time. */
import { Cite, type CSL } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { parseHTML } from 'linkedom';
import bibliography from '../../content/bibliography.bib?raw';

export interface Reference {
  key: string;
  /** How the text names it: authors ("Masters & Luschi", "Keskar et al.") or, for a source text, "Source A". */
  authors: string;
  /** Year, or "n.d."; empty for a source text, whose name says enough. */
  year: string;
  /** The full entry as HTML, with its address as a link. */
  html: string;
  /** The full entry as plain text. */
  text: string;
}

const works = new Cite(bibliography, { generateGraph: false } as never);

/** Entries as HTML, by key; all at once, because a citation engine is made for each call, and that is most of the work. */
const formatted = new Map(works.format('bibliography', { template: 'apa', lang: 'en-US', format: 'html', asEntryArray: true }));

/** All references, in alphabetical order of their entries. */
export const references: Reference[] = letter(works.data.map(reference).sort((a, b) => a.text.localeCompare(b.text, 'en')));

const byKey = new Map(references.map((entry) => [entry.key, entry]));

/** Throws on an unknown key, naming those that are near. */
export function findReference(key: string): Reference {
  const found = byKey.get(key);
  if (found) return found;
  const near = [...byKey.keys()].filter((other) => other.slice(0, 3) === key.slice(0, 3));
  throw new Error(`There is no reference "${key}" in content/bibliography.bib.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`);
}

function reference(entry: CSL): Reference {
  const key = String(entry.id);
  const plain = formatted
    .get(key)!
    .replace(/<\/?div[^>]*>/g, '')
    .trim();
  const html = plain.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url.replace(/^https?:\/\//, '')}</a>`);
  const text = parseHTML(`<p>${plain}</p>`).document.querySelector('p')!.textContent;
  const source = /^Source [A-Z]$/.test(entry.note ?? '') ? entry.note : undefined;
  return source ? { key, authors: source, year: '', html, text } : { key, authors: authors(entry), year: year(entry), html, text };
}

/** Authors of several works of one year: 1998a, 1998b, in their order in the list (APA). */
function letter(sorted: Reference[]): Reference[] {
  return sorted.map((entry) => {
    const namesakes = sorted.filter(({ authors, year }) => year !== '' && authors === entry.authors && year === entry.year);
    if (namesakes.length < 2) return entry;
    const year = `${entry.year}${'abcdefgh'.charAt(namesakes.indexOf(entry))}`;
    const dated = (text: string) => text.replace(`(${entry.year})`, `(${year})`);
    return { ...entry, year, html: dated(entry.html), text: dated(entry.text) };
  });
}

function authors({ id, author = [] }: CSL): string {
  const names = author.map(({ family, literal }) => family ?? literal ?? '');
  const [first, second] = names;
  if (!first) throw new Error(`The reference "${id}" in content/bibliography.bib has no author.`);
  if (names.length > 2) return `${first} et al.`;
  return second ? `${first} & ${second}` : first;
}

function year({ issued }: CSL): string {
  return String(issued?.['date-parts']?.[0][0] ?? 'n.d.');
}
