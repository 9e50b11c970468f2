/** A search as the site publishes it, with what was recorded for it. Read at build time; anything missing or stale is an error that stops the build. */
import { jsonDigest } from '../experiments/train/digest.ts';
import { checkSearchRecording } from '../search/results/checkSearchRecording.ts';
import { readSearch } from '../search/spec/readSearch.ts';
import type { Search } from '../search/search.ts';
import { originOfSearch, type SearchRecording } from '../search/results/searchRecording.ts';
import { recordedKernel } from './kernelFile.ts';
import { publishedFiles } from './publishedFiles.ts';
import { usableRecording } from './usableRecording.ts';

export interface PublishedSearch {
  search: Search;
  recording: SearchRecording;
}

const specs = import.meta.glob<string>('/content/searches/*.yaml', { query: '?raw', import: 'default', eager: true });
const recordings = import.meta.glob<string>('/content/recordings/searches/*.json', { query: '?raw', import: 'default', eager: true });

/** Ids of all searches, in alphabetical order. */
export const publishedSearchIds: string[] = Object.keys(specs)
  .map((path) => path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')))
  .sort();

/** Throws if there is no such search, or no recording that fits it. */
export async function publishedSearch(id: string): Promise<PublishedSearch> {
  const file = `/content/searches/${id}.yaml`;
  const text = specs[file];
  if (text === undefined)
    throw new Error(`There is no search "${id}": ${file.slice(1)} does not exist. There are: ${publishedSearchIds.join(', ') || 'none'}.`);
  return checkPublishedSearch(readSearch(text, file.slice(1), publishedFiles), recordings[`/content/recordings/searches/${id}.json`], await recordedKernel());
}

/** Pair a search with the text of its recording; `kernel` is the name of the kernel that the site ships. */
function checkPublishedSearch(search: Search, text: string | undefined, kernel: string): PublishedSearch {
  const { id } = search;
  const recording = usableRecording({
    ...{ what: 'search', file: `content/recordings/searches/${id}.json`, text, check: checkSearchRecording, originOf: originOfSearch },
    now: { id, spec: jsonDigest(search), kernel },
  });
  return { search, recording };
}
