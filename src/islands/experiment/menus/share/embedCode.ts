/** The lines of HTML that show an experiment in another page. */
import type { Publication } from '../../state/publication.ts';

export const THEMES = { reader: 'as the reader prefers', light: 'light', dark: 'dark' } as const;
export type Theme = keyof typeof THEMES;

/** Height in px until the frame tells its own; enough for most experiments at the width of a text column. */
export const FRAME_HEIGHT = 900;

export function embedAddress({ embed }: Pick<Publication, 'embed'>, theme: Theme, hash: string): string {
  return `${embed}${theme === 'reader' ? '' : `?theme=${theme}`}${hash}`;
}

/** `title`: plain text. */
export function embedCode(address: string, title: string): string {
  const attributes = [
    `src="${escaped(address)}"`,
    `title="${escaped(title)}"`,
    'width="100%"',
    `height="${FRAME_HEIGHT}"`,
    'style="border: 0"',
    'loading="lazy"',
    'allow="fullscreen; clipboard-write"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
