/**
 * Moves the focus to what has taken the place of the control that had it, unless the reader has gone on to another by then.
 *
 * @param element what takes it; nothing happens where there is none
 */
export function takeFocus(element: HTMLElement | null): void {
  const { activeElement } = document;
  // What is taken out of the page leaves the focus to the page itself.
  if (activeElement === null || activeElement === document.body) element?.focus();
}
