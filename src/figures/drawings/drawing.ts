/**
 * Drawings that explain, in chapters: each is a file `<chapter's slug>/<name>.ts` that exports what this interface names, shown by
 * `<Drawing name="…">` and found by its file name. They are drawn when the site is built.
 */
import { plainDocument } from '../parts/plainDocument.ts';

export interface Drawing {
  /** What it is, in a few words: "One unit and a layer of three". */
  title: string;
  /** What is to be seen in it, for those who cannot: a few whole sentences. */
  description: string;
  /**
   * The drawing, with `width` and `height` in px. Several panels stand side by side where there is room and one below the other on a phone. There a
   * panel is at most 328 px wide, and is made smaller if it is wider: make it at most 420.
   */
  draw: (document: Document) => SVGElement | SVGElement[];
}

/** The panels as markup. To assistive technology they are one picture with a name, whose parts are not read out. */
export function drawingMarkup({ title, description, draw }: Drawing): string {
  const document = plainDocument();
  const panels = [draw(document)].flat();
  const whole = document.createElement('div');
  whole.setAttribute('class', 'drawing-panels');
  whole.setAttribute('role', 'img');
  whole.setAttribute('aria-label', `${title}. ${description}`);
  whole.append(...panels);
  return whole.outerHTML;
}
