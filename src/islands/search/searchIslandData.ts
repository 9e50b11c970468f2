import type { Search } from '../../search/search.ts';
import type { LogRecording } from '../../search/searchRecording.ts';

/** What the page /searches/<id>.json holds. */
export interface SearchIslandData {
  search: Search;
  /** By which a live search is compared with the recorded one. */
  recorded: Pick<LogRecording, 'strategy' | 'seed' | 'digest'>[];
}
