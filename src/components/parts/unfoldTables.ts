/** Tables that wait as the text of a `noscript` come into the page when their `details` is opened. Call it once for a page. */
export function unfoldTables(document: Document): void {
  document.addEventListener('toggle', ({ target }) => unfold(target as Element), { capture: true });
  // Those that the browser has opened again by itself.
  for (const details of document.querySelectorAll('details[open]')) unfold(details);
}

function unfold(details: Element): void {
  const waiting = details.querySelector(':scope > noscript');
  if (waiting) waiting.outerHTML = waiting.textContent;
}
