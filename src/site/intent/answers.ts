/** What a control shows whose island is still on its way, or could not come. Each returns how to take it away again. */
import { Fault } from '../../faults/fault.ts';
import { whenOnline } from '../../faults/whenOnline.ts';

/** Looks: styles/intent.css. */
export function showBusy(control: Element): () => void {
  control.setAttribute('aria-busy', 'true');
  return () => control.removeAttribute('aria-busy');
}

/** What can be done about it. */
export interface Remedies {
  retry(): void;
  reload(): void;
}

/** Beside the control: what is missing, and what to do, with buttons for it. A network that comes back is noticed. */
export function showProblem(control: Element, error: Error, { retry, reload }: Remedies): () => void {
  const told = document.createElement('span');
  told.className = 'island-problem';
  told.setAttribute('role', 'alert');
  told.append(error.message);
  const offer = (words: string, act: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', () => {
      // The button goes; the reader's place is where they pressed.
      if (control instanceof HTMLElement) control.focus();
      act();
    });
    told.append(' ', button);
  };
  if (error instanceof Fault && error.needsReload) offer('Reload', reload);
  offer('Try again', retry);
  const place = control.localName === 'summary' ? control.parentElement : control.closest('label, .experiment-field, .explorer-field');
  (place ?? control).after(told);
  const waitNoLonger = whenOnline(error, retry);
  return () => {
    waitNoLonger();
    told.remove();
  };
}
