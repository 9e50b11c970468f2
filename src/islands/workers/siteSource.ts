import { askFor } from '../../faults/askFor.ts';
import { Fault } from '../../faults/fault.ts';
import type { DataSource } from '../../datasets/dataSource.ts';

/**
 * The files that the site serves under `folder`, an absolute URL that ends with a slash. A file that the server
 * does not have (404) is undefined; what else may come in its place is a Fault.
 */
export function siteSource(folder: string): DataSource {
  return {
    place: folder,
    // A reader of the site cannot bring them there.
    remedy: 'This site does not serve it.',
    async read(name) {
      const response = await fetchFrom(folder, name);
      return response && new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** The data sets that this site serves, in a page or in a worker of it; one source for each, so that what was read is shared. */
export function siteData(): DataSource {
  return (site ??= siteSource(dataFolder()));
}

/** One of their files, as it comes; undefined where there is none. */
export function siteFile(name: string, signal: AbortSignal): Promise<Response | undefined> {
  return fetchFrom(dataFolder(), name, signal);
}

let site: DataSource | undefined;

function dataFolder(): string {
  return new URL(`${import.meta.env.BASE_URL}data/mnist/`, location.origin).href;
}

async function fetchFrom(folder: string, name: string, signal?: AbortSignal): Promise<Response | undefined> {
  const url = new URL(name, folder);
  const options = { cache: IS_FINAL.test(name) ? 'force-cache' : 'default', ...(signal && { signal }) } as const;
  return askFor(url.href, options).catch((error: unknown) => {
    if (error instanceof Fault && error.kind === 'renewed') return undefined;
    throw error;
  });
}

/** A name with a fingerprint: what it names never changes, so the browser need not ask again whether it did. */
const IS_FINAL = /-[0-9a-f]{16}\./;
