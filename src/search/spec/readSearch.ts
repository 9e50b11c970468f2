/** The text of a search file, YAML or JSON, to a `Search`, with line numbers in errors. */
import type { SpecFiles } from '../../experiments/spec/readReference.ts';
import { readResolved } from '../../experiments/spec/read.ts';
import { parseSearch } from './parseSearch.ts';
import type { Search } from '../search.ts';

/** `file` names the file in errors and gives the search its id; `files` reads what the spec names. Throws a SpecError. */
export function readSearch(text: string, file: string, files?: SpecFiles): Search {
  return readResolved(text, file, parseSearch, files);
}
