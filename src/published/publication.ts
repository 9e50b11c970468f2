import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../islands/experiment/state/publication.ts';
import { lastUpdated } from '../site/chapters/lastUpdated.ts';
import { placeOf } from '../site/chapters/numbering.ts';

// Astro runs with the project's root as working directory, in dev as in build.
const root = process.cwd();
/** Of Fully Connected. */
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const dates = lastUpdated(root);

/** `home`: absolute address of the site's start page, with a slash at the end. */
export function publication(id: string, home: URL): Publication {
  const { chapter, number } = placeOf('Experiment', id, root) ?? {};
  const at = (path: string) => new URL(path, home).href;
  const embed = at(`embed/${id}/`);
  const date = [`content/experiments/${id}.yaml`, `content/recordings/${id}.json`]
    .flatMap((file) => dates.get(file) ?? [])
    .sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    name: number ? `Experiment ${number}` : 'Experiment',
    ...(chapter && { chapter: { title: chapter.title, address: at(`${chapter.slug}/`) } }),
    address: chapter ? at(`${chapter.slug}/#experiment-${id}`) : embed,
    embed,
    guide: `${home.pathname}sharing/`,
    version,
    ...(date && { date: date.toISOString().slice(0, 10) }),
  };
}
