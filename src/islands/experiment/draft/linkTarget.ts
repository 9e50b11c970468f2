/** Which island of a page an address is meant for. The full reading of a link is experiments/share.ts, which loads later. */

export type LinkTarget = { kind: 'none' } | { kind: 'mine' } | { kind: 'unknown'; notice: string };

/**
 * `hash`: the address from its '#'. A hash without `experiment=` is the anchor of a heading and
 * concerns no island. `ids`: the experiments of the page, in order; the first of them speaks up about an experiment that is not there.
 */
export function linkTarget(hash: string, id: string, ids: string[]): LinkTarget {
  const named = /(?:^#?|&)experiment=([^&]*)/.exec(hash)?.[1];
  if (named === undefined) return { kind: 'none' };
  const wanted = decode(named);
  if (wanted === id) return { kind: 'mine' };
  if (ids.includes(wanted) || ids[0] !== id) return { kind: 'none' };
  const shown = wanted.length > LONGEST ? `${wanted.slice(0, LONGEST)}…` : wanted;
  return { kind: 'unknown', notice: `The link asks for the experiment “${shown}”, which is not on this page. The published experiments are shown.` };
}

const LONGEST = 60;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
