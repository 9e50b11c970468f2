import type { Search } from '../../search/search.ts';
import type { LogRecording } from '../../search/results/searchRecording.ts';

/** Under what name a search is published. */
export interface SearchPublication {
  /** A sentence: title, number, address, and the hashes of spec and kernel. */
  published: string;
  /** Path of the page that documents links. */
  guide: string;
}

/** What the page /searches/<id>.json holds. */
export interface SearchIslandData {
  search: Search;
  /** That each of its strategies comes to in a page. */
  runs: number[];
  /** By which a live search is compared with the recorded one. */
  recorded: Pick<LogRecording, 'strategy' | 'seed' | 'digest'>[];
  publication: SearchPublication;
}
