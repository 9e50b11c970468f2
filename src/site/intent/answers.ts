/** What a control shows whose island is still on its way, or could not come. Each returns how to take it away again. */

/** Looks: styles/intent.css. */
export function showBusy(control: Element): () => void {
  control.setAttribute('aria-busy', 'true');
  return () => control.removeAttribute('aria-busy');
}

/** Beside the control: that it could not be loaded, why, and a button for another try. */
export function showProblem(control: Element, error: unknown, retry: () => void): () => void {
  const told = document.createElement('span');
  told.className = 'island-problem';
  told.setAttribute('role', 'alert');
  told.append(`This could not be loaded: ${error instanceof Error ? error.message : String(error)} `);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    // The button goes; the reader's place is where they pressed.
    if (control instanceof HTMLElement) control.focus();
    retry();
  });
  told.append(button);
  const place = control.localName === 'summary' ? control.parentElement : control.closest('label, .experiment-field, .explorer-field');
  (place ?? control).after(told);
  return () => told.remove();
}
