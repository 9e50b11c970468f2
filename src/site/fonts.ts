import { fileURLToPath } from 'node:url';
import { fontProviders } from 'astro/config';
import { SIGNS, signsOf } from './signs.ts';

/**
 * The typefaces, self-hosted from their packages: Source Serif 4 for text, Source Sans 3 for
 * controls. Latin, regular and semibold: two files of 20 kB come before the text where a variable one has 51. Astro adds fallbacks
 * of the same metrics, so that text does not move when the fonts arrive. What Latin lacks comes after it, where it is needed (signs.ts).
 */
export const fonts = [
  family('Source Serif 4', '--font-source-serif', 'source-serif-4', ['normal', 'italic'], ['Georgia', 'serif']),
  family('Source Sans 3', '--font-source-sans', 'source-sans-3', ['normal'], ['Arial', 'sans-serif']),
  await signs('Source Serif 4 signs', '--font-source-serif-signs', 'source-serif', 'SourceSerif4'),
  await signs('Source Sans 3 signs', '--font-source-sans-signs', 'source-sans', 'SourceSans3'),
];

type Style = 'normal' | 'italic';

function family(name: string, cssVariable: `--${string}`, folder: string, styles: Style[], fallbacks: string[]) {
  const [first, ...others] = styles.flatMap((style) =>
    [400, 600].map((weight) => ({
      weight: String(weight),
      style,
      display: 'swap' as const,
      src: [`./node_modules/@fontsource/${folder}/files/${folder}-latin-${weight}-${style}.woff2`] as [string],
    })),
  );
  if (!first) throw new Error(`The font ${name} has no style.`);
  return { provider: fontProviders.local(), name, cssVariable, fallbacks, options: { variants: [first, ...others] as [typeof first, ...typeof others] } };
}

/** Stands before the family of the letters in a list of fonts, and has nothing but signs. */
async function signs(name: string, cssVariable: `--${string}`, source: string, typeface: string) {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/signs', import.meta.url));
  const variant = async (weight: string, face: string) => ({
    ...{ weight, style: 'normal' as const, display: 'swap' as const },
    src: [await signsOf({ cache, source, face: `${typeface}-${face}` })] as [string],
    unicodeRange: [SIGNS.join(', ')] as [string],
  });
  const variants = [await variant('400', 'Regular'), await variant('600', 'Semibold')] as const;
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks: [],
    optimizedFallbacks: false,
    options: { variants: [variants[0], variants[1]] as [(typeof variants)[0], (typeof variants)[1]] },
  };
}
