/** Slips of the source texts: content/slips.yaml. */
import { parse } from 'yaml';
import written from '../../content/slips.yaml?raw';

export interface Slip {
  /** Letter of the text. */
  source: string;
  /** What stands there. */
  slip: string;
  /** What is meant, or right. */
  right: string;
  /** Where it can be seen: an address from the root of the site. */
  shown?: `/${string}`;
}

export const slips: readonly Slip[] = parse(written) as Slip[];
