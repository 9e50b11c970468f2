import type { DataSource } from '../../datasets/dataSource.ts';

/**
 * The files that the site serves under `folder`, an absolute URL that ends with a slash. A file that the server
 * does not have (404) is undefined; any other answer than the file is an error.
 */
export function siteSource(folder: string): DataSource {
  return {
    place: folder,
    // A reader of the site cannot bring them there.
    remedy: 'This site does not serve it.',
    async read(name) {
      const url = new URL(name, folder);
      const response = await fetch(url);
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`${url.href}: the server answered ${response.status} ${response.statusText}.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
