import type { SearchPublication } from '../islands/search/searchIslandData.ts';
import { version } from './publication.ts';
import { placeOf } from '../site/chapters/numbering.ts';
import type { PublishedSearch } from './publishedSearch.ts';

/** `home`: absolute address of the site's start page, with a slash at the end. */
export function searchPublication({ search: { id, title }, recording }: PublishedSearch, home: URL): SearchPublication {
  const { chapter, number } = placeOf('Search', id) ?? {};
  const name = number ? `Search ${number}` : 'Search';
  const address = chapter ? `, ${new URL(`${chapter.slug}/#${id}`, home).href}` : '';
  return {
    published: `“${title}”, ${name} of Fully Connected ${version}${address} (spec ${recording.spec}, kernel ${recording.kernel})`,
    guide: `${home.pathname}sharing/`,
  };
}
