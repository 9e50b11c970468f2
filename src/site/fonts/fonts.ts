import { fontProviders } from 'astro/config';
import { LETTERS, OTHER_LETTERS, SIGNS } from './characters.ts';
import { cutFont } from './cutFont.ts';

/**
 * The typefaces, self-hosted from their packages: Source Serif 4 for text, Source Sans 3 for controls, regular and semibold. Files of
 * 9 to 14 kB with what every page has come before the text, where a variable one with all of Latin has 51. Astro adds fallbacks of the
 * same metrics, so that text does not move when the fonts arrive. Other characters are in families of their own, which stand before
 * those in a list of fonts, and whose files come where they are needed.
 */
export const fonts = [
  await family('Source Serif 4', '--font-source-serif', 'source-serif-4', ['normal', 'italic'], ['Georgia', 'serif']),
  await family('Source Sans 3', '--font-source-sans', 'source-sans-3', ['normal'], ['Arial', 'sans-serif']),
  await seldom('Source Serif 4 seldom', '--font-source-serif-seldom', 'source-serif-4', ['normal', 'italic'], 'source-serif/WOFF2/TTF/SourceSerif4'),
  await seldom('Source Sans 3 seldom', '--font-source-sans-seldom', 'source-sans-3', ['normal'], 'source-sans/WOFF2/TTF/SourceSans3'),
];

type Style = 'normal' | 'italic';
type Variable = `--${string}`;
type Variant = Awaited<ReturnType<typeof variant>>;

async function family(name: string, cssVariable: Variable, latin: string, styles: Style[], fallbacks: string[]) {
  const variants = facesOf(styles).map(({ weight, style }) => variant(latinFile(latin, weight, style), LETTERS, { weight, style }));
  return { ...local(name, cssVariable, await Promise.all(variants)), fallbacks };
}

/** `signs`: the start of the whole typeface's files. */
async function seldom(name: string, cssVariable: Variable, latin: string, styles: Style[], signs: string) {
  const variants = [
    variant(`${signs}-Regular.ttf.woff2`, SIGNS, { weight: '400', style: 'normal', features: false }),
    variant(`${signs}-Semibold.ttf.woff2`, SIGNS, { weight: '600', style: 'normal', features: false }),
    ...facesOf(styles).map(({ weight, style }) => variant(latinFile(latin, weight, style), OTHER_LETTERS, { weight, style })),
  ];
  return { ...local(name, cssVariable, await Promise.all(variants)), fallbacks: [], optimizedFallbacks: false };
}

function facesOf(styles: Style[]) {
  return styles.flatMap((style) => ['400', '600'].map((weight) => ({ weight, style })));
}

function latinFile(folder: string, weight: string, style: Style): string {
  return `@fontsource/${folder}/files/${folder}-latin-${weight}-${style}.woff2`;
}

async function variant(whole: string, ranges: readonly string[], { weight, style, features = true }: { weight: string; style: Style; features?: boolean }) {
  const file = await cutFont(whole, ranges, { features });
  return { weight, style, display: 'swap' as const, src: [file] as [string], unicodeRange: [ranges.join(', ')] as [string] };
}

function local(name: string, cssVariable: Variable, variants: Variant[]) {
  const [first, ...others] = variants;
  if (!first) throw new Error(`The font ${name} has no style.`);
  return { provider: fontProviders.local(), name, cssVariable, options: { variants: [first, ...others] as [Variant, ...Variant[]] } };
}
