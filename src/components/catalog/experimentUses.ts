/** Which experiments of the chapters use an entry of the catalog, in the order of the book. */
import { published } from '../../published/published.ts';
import { allPlaces } from '../../site/chapters/numbering.ts';
import { kinds, type Kind } from './kinds.ts';

export interface Use {
  title: string;
  /** "2.3" */
  number: string;
  /** Where it is shown, below the site's base. */
  address: `/${string}`;
}

/** Kind's slug → entry's name → experiments of which an arm uses it. */
export async function experimentUses(root = process.cwd()): Promise<Map<string, Map<string, Use[]>>> {
  const uses = new Map(kinds.map(({ slug }) => [slug, new Map<string, Use[]>()]));
  for (const [id, { chapter, number }] of allPlaces('Experiment', root)) {
    const { experiment } = await published(id);
    const use: Use = { title: experiment.title, number, address: `/${chapter.slug}/#experiment-${id}` };
    for (const kind of kinds) {
      const own = uses.get(kind.slug)!;
      for (const name of namesIn(kind, experiment)) own.set(name, [...(own.get(name) ?? []), use]);
    }
  }
  return uses;
}

/** Of the kind's entries those that an arm uses, each once. */
export function namesIn(kind: Pick<Kind, 'usedBy'>, { arms }: { arms: readonly { configuration: Parameters<Kind['usedBy']>[0] }[] }): string[] {
  return [...new Set(arms.flatMap(({ configuration }) => kind.usedBy(configuration)))];
}
