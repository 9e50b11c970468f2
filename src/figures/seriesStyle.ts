/**
 * How the series of a figure are told apart: colour, dash and marker together. Colours and dashes
 * are the site's tokens (styles/tokens.css, after Okabe & Ito 2008), so one SVG serves light and dark pages and paper.
 */
export interface SeriesStyle {
  color: string;
  /** For SVG's stroke-dasharray. */
  dash: string;
  symbol: 'circle' | 'triangle' | 'square' | 'diamond' | 'star' | 'cross' | 'wye' | 'asterisk';
}

const STYLES = 8;
const SYMBOLS = ['circle', 'triangle', 'square', 'diamond', 'star', 'cross', 'wye', 'asterisk'] as const;

/** Style of series `index`, from 0. Eight differ in all three ways; then they repeat. */
export function seriesStyle(index: number): SeriesStyle {
  return {
    color: `var(--series-${(index % STYLES) + 1})`,
    dash: `var(--dash-${(index % STYLES) + 1})`,
    symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
  };
}
