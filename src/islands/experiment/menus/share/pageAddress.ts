import type { Publication } from '../../state/publication.ts';

/** The page that a link leads to, without hash: this one, or, from the page made for frames, the one that the experiment stands in. */
export function pageAddress({ embed, chapter }: Publication): string {
  const { origin, pathname } = location;
  if (pathname !== new URL(embed).pathname) return `${origin}${pathname}`;
  return chapter?.address ?? embed;
}
