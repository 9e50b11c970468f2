/** A formula in a drawing: letters in italics, indices below and above, as in the text beside it. */
import { svgElement } from '../../parts/svg.ts';

type Attributes = Parameters<typeof svgElement>[2];

/** Share of the size of letters. */
const INDEX_SIZE = '0.72em';
/** In em of the letters: how far indices stand off the line. */
const RAISED = { '^': -0.42, _: 0.26 } as const;

/**
 * `source` is as much of TeX as drawings need: `_` and `^` with a sign or a group in braces behind them, as in `w_1 x_1 + b` or `z^{(l)}_j`. A word
 * in quotation marks stays upright (`"relu"(z)`). Place it by `x`, `y` and `text-anchor`.
 */
export function formula(document: Document, source: string, attributes: Attributes): SVGElement {
  const text = svgElement(document, 'text', { class: 'drawing-formula', ...attributes });
  let raised = 0;
  for (const { level, part, upright } of formulaParts(source)) {
    const shift = level === undefined ? 0 : RAISED[level];
    // `dy` counts from where the last part stood, in the size of the part's own letters.
    const dy = (shift - raised) / (level === undefined ? 1 : Number.parseFloat(INDEX_SIZE));
    text.append(
      svgElement(
        document,
        'tspan',
        {
          dy: dy === 0 ? undefined : `${Math.round(dy * 100) / 100}em`,
          'font-size': level === undefined ? undefined : INDEX_SIZE,
          'font-style': !upright && /\p{L}/u.test(part) ? 'italic' : undefined,
        },
        part,
      ),
    );
    raised = shift;
  }
  return text;
}

interface Part {
  part: string;
  level?: '^' | '_';
  upright: boolean;
}

/** Runs of letters, of other signs, and indices, in order. */
export function formulaParts(source: string): Part[] {
  const parts: Part[] = [];
  for (const [, level, group, sign, word, letters, others] of source.matchAll(/([_^])(?:\{([^}]*)\}|(.))|"([^"]*)"|(\p{L}+)|([^\p{L}_^"]+)/gu)) {
    if (level !== undefined) {
      for (const [run] of (group ?? sign ?? '').matchAll(/\p{L}+|[^\p{L}]+/gu)) parts.push({ part: run, level: level as '^' | '_', upright: false });
    } else if (word !== undefined) parts.push({ part: word, upright: true });
    else parts.push({ part: (letters ?? others ?? '').replaceAll('-', '−'), upright: false });
  }
  return parts;
}
