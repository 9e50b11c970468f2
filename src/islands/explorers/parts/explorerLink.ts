/**
 * Addresses of explorers: `#stepper=5&lr=0.05`. An explorer's own key comes first, then what differs from its
 * start. A hash of another form is the anchor of a heading or the link of an experiment, and is left alone.
 */

/** Undefined if the hash (from its '#') is not for the explorer of this key. Of a key that comes twice, the last counts. */
export function readExplorerLink(hash: string, key: string): ReadonlyMap<string, string> | undefined {
  return hash.startsWith(`#${key}=`) && hash.length < LONGEST ? new Map(new URLSearchParams(hash.slice(1))) : undefined;
}

/** The hash, with its '#'; commas and slashes stay readable. */
export function explorerLink(key: string, value: string, entries: Readonly<Record<string, string>>): string {
  const parts = Object.entries({ [key]: value, ...entries }).map(
    ([name, text]) => `${name}=${encodeURIComponent(text).replace(/%2C/g, ',').replace(/%2F/g, '/')}`,
  );
  return `#${parts.join('&')}`;
}

/** Far more than any explorer has to say. */
const LONGEST = 4000;
