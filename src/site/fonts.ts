import { fontProviders } from 'astro/config';

/**
 * The typefaces, self-hosted from their packages: Source Serif 4 for text, Source Sans 3 for
 * controls. Latin only, regular and semibold: two files of 20 kB come before the text where a variable one has 51. Astro adds fallbacks
 * of the same metrics, so that text does not move when the fonts arrive.
 */
export const fonts = [
  family('Source Serif 4', '--font-source-serif', 'source-serif-4', ['normal', 'italic'], ['Georgia', 'serif']),
  family('Source Sans 3', '--font-source-sans', 'source-sans-3', ['normal'], ['Arial', 'sans-serif']),
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
