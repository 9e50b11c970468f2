/** What Plot drew, to be put into a drawing: its parts, without the names that it gives to groups, which as parts of a picture may have none. */
export function plotParts(plot: SVGElement): ChildNode[] {
  plot.querySelector('style')?.remove();
  for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return [...plot.childNodes];
}
