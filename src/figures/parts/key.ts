/** A key: samples of lines and marks with their names, where labels at the marks themselves would lie on each other. */
export interface KeyEntry {
  text: string;
  color: string;
  /** SVG of the sample in a box of 30 × 12. */
  mark: string;
}

export function keyElement(document: Document, entries: KeyEntry[]): HTMLElement {
  const list = document.createElement('ul');
  list.setAttribute('class', 'figure-key');
  for (const { text, color, mark } of entries) {
    const item = document.createElement('li');
    item.innerHTML = `<svg aria-hidden="true" width="30" height="12" viewBox="0 0 30 12" fill="none" stroke="${color}" stroke-width="2">${mark}</svg>`;
    item.append(text);
    list.append(item);
  }
  return list;
}

export function lineSample(dash = 'none'): string {
  return `<line x1="1" y1="6" x2="29" y2="6" stroke-dasharray="${dash}"/>`;
}
