/**
 * How the series of a figure are told apart: colour, dash and marker together. Colours and dashes
 * are the site's tokens (styles/tokens.css, after Okabe & Ito 2008), so one SVG serves light and dark pages and paper.
 */
export interface SeriesStyle {
  color: string;
  /** For SVG's stroke-dasharray. */
  dash: string;
  symbol: (typeof SYMBOLS)[number];
}

const SYMBOLS = ['circle', 'triangle', 'square', 'diamond', 'star', 'cross', 'wye', 'asterisk', 'plus', 'times', 'hexagon'] as const;
/** One more than there are markers, so that the next series of a colour has another marker. */
const STYLES = 12;

/** Style of series `index`, from 0. Twelve differ in colour and dash, eleven in marker. */
export function seriesStyle(index: number): SeriesStyle {
  return {
    color: `var(--series-${(index % STYLES) + 1})`,
    dash: `var(--dash-${(index % STYLES) + 1})`,
    symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
  };
}
