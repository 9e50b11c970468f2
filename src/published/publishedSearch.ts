/** A search as the site publishes it, with what was recorded for it. Read at build time; anything missing or stale is an error that stops the build. */
import { jsonDigest } from '../experiments/train/digest.ts';
import { checkSearchRecording } from '../search/results/checkSearchRecording.ts';
import { readSearch } from '../search/spec/readSearch.ts';
import type { Search } from '../search/search.ts';
import type { SearchRecording } from '../search/results/searchRecording.ts';
import { kernelHash } from './kernelFile.ts';
import { publishedFiles } from './publishedFiles.ts';

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
  return checkPublishedSearch(readSearch(text, file.slice(1), publishedFiles), recordings[`/content/recordings/searches/${id}.json`], await kernelHash());
}

/** Pair a search with the text of its recording; `kernel` is the hash of the kernel that the site ships. */
export function checkPublishedSearch(search: Search, text: string | undefined, kernel: string): PublishedSearch {
  const { id } = search;
  const remedy = `Run: npm run -s lab -- record ${id}`;
  if (text === undefined) throw new Error(`Search "${id}" has no recording: content/recordings/searches/${id}.json does not exist. ${remedy}`);
  const checked = checkSearchRecording(text);
  if ('problem' in checked) throw new Error(`The recording of search "${id}" cannot be used: ${checked.problem}. ${remedy}`);
  const { recording } = checked;
  const stale = (what: string) => new Error(`The recording of search "${id}" is stale: ${what} ${remedy}`);
  if (recording.search !== id) throw stale(`it says that it belongs to "${recording.search}".`);
  const spec = jsonDigest(search);
  if (recording.spec !== spec) throw stale(`it was made from another version of the file (${recording.spec}, now ${spec}).`);
  if (recording.kernel !== kernel) throw stale(`it was made with another kernel (${recording.kernel}, now ${kernel}).`);
  const failed = recording.judgements.find(({ outcome, expected }) => outcome !== expected);
  if (failed) {
    throw new Error(
      `Search "${id}": the claim “${failed.claim}” is expected to be ${failed.expected}, but the recording says ${failed.outcome} (${failed.agree} of ${failed.seeds} seeds).`,
    );
  }
  return { search, recording };
}
