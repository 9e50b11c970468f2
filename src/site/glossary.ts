/** The glossary: one term per file in content/glossary. */
import { getCollection, type CollectionEntry } from 'astro:content';

export type GlossaryEntry = CollectionEntry<'glossary'>;

/** All terms, in alphabetical order. Throws where a term refers to one that does not exist. */
export async function glossary(): Promise<GlossaryEntry[]> {
  const entries = await getCollection('glossary');
  const names = new Set(entries.map(({ id }) => id));
  for (const { id, data } of entries) {
    const missing = data.see.filter((name) => !names.has(name));
    if (missing.length > 0) throw new Error(`content/glossary/${id}.md refers to ${missing.join(', ')}, which the glossary does not have.`);
  }
  return entries.sort((a, b) => a.data.term.localeCompare(b.data.term, 'en'));
}

/** Throws on an unknown term, naming those that there are. */
export async function findTerm(name: string): Promise<GlossaryEntry> {
  const entries = await glossary();
  const found = entries.find(({ id }) => id === name);
  if (found) return found;
  throw new Error(`There is no term "${name}" in content/glossary. There are: ${entries.map(({ id }) => id).join(', ')}.`);
}
