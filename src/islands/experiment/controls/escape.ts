/** What Escape does in an island: close what is open around the focus, else end the run that is under way. */
export function escape(event: KeyboardEvent, isBusy: boolean, cancel: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  const target = event.target as Element;
  const open = target.closest('details[open]');
  if (open) {
    open.removeAttribute('open');
    open.querySelector('summary')?.focus();
  } else if (isBusy) cancel();
  else return;
  event.preventDefault();
}
