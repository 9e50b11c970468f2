/** What a reader does to an island that does not live yet, kept to be done again, once and in order, when it does. */

interface Press {
  /** What the reader pressed, or put something into. */
  control: Element;
  /** Of what the later one takes the place of: the same field, typed into further. */
  kind: 'press' | 'input' | 'change' | 'move';
  repeat(): void;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export class Missed {
  #presses: Press[] = [];

  /** The controls that wait to be done. */
  get controls(): Element[] {
    const controls = new Set(this.#presses.map(({ control }) => control));
    return [...controls].filter((control) => control.getAttribute('aria-disabled') !== 'true');
  }

  /** Fields that were put to another value and have a name, with their values. */
  get values(): [name: string, value: string][] {
    const fields = this.#presses.flatMap(({ kind, control }) => (kind === 'change' && isField(control) && control.name !== '' ? [control] : []));
    return fields.map((field) => [field.name, isBox(field) ? String(field.checked) : field.value]);
  }

  /** Returns whether the event changed what is to be done, and was not only a sign that something may be. */
  add(event: Event): boolean {
    // Nothing of an island is sent anywhere: the browser would leave the page.
    if (event.type === 'submit') event.preventDefault();
    if (isEscape(event) && !(event.target as Element).closest('details[open]')) {
      // What was pressed is taken back; what was put into fields stays.
      this.#presses = this.#presses.filter(({ kind }) => kind !== 'press');
      return true;
    }
    const press = pressOf(event);
    if (!press) return false;
    const last = this.#presses.at(-1);
    if (press.kind !== 'press' && last?.kind === press.kind && last.control === press.control) this.#presses.pop();
    this.#presses.push(press);
    return true;
  }

  /** Do them. What one of them changes is drawn before the next, as it would be between two presses. */
  async repeat(): Promise<void> {
    const presses = this.#presses.splice(0);
    for (const [index, press] of presses.entries()) {
      press.repeat();
      const isOpen = press.kind === 'input' && !presses.slice(index).some(({ kind, control }) => kind === 'change' && control === press.control);
      if (isOpen) commitLater(press.control as Field);
      // Preact draws in a microtask. No event of the reader's comes in between.
      await Promise.resolve();
      await Promise.resolve();
    }
  }
}

function pressOf(event: Event): Press | undefined {
  const target = event.target as Element;
  switch (event.type) {
    case 'click': {
      const control = target.closest('button, summary');
      if (control instanceof HTMLButtonElement) return { control, kind: 'press', repeat: () => control.click() };
      // The browser opens and closes it; that it has is told anew.
      const details = control?.parentElement;
      return control && details ? { control, kind: 'press', repeat: () => details.dispatchEvent(new Event('toggle')) } : undefined;
    }
    case 'submit': {
      const control = target as HTMLFormElement;
      // With a submitter, its click is there already.
      return (event as SubmitEvent).submitter ? undefined : { control, kind: 'press', repeat: () => control.requestSubmit() };
    }
    case 'input':
    case 'change':
      return isField(target) ? { control: target, kind: event.type, repeat: refill(target, event.type) } : undefined;
    case 'keydown': {
      const control = isEscape(event) ? target : target.closest('[role="slider"]:not(input)');
      return control ? { control, kind: 'press', repeat: () => target.dispatchEvent(new KeyboardEvent('keydown', copyOf(event as KeyboardEvent))) } : undefined;
    }
    case 'pointerdown':
    case 'pointermove': {
      const pointer = event as PointerEvent;
      const control = target.closest('[data-draggable]');
      if (!control || pointer.buttons !== 1) return undefined;
      return { control, kind: event.type === 'pointermove' ? 'move' : 'press', repeat: repeatPointer(target, pointer) };
    }
    default:
      return undefined;
  }
}

function isEscape(event: Event): boolean {
  return event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape';
}

function isField(target: Element): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

function isBox(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox';
}

/** Coming alive sets fields back to what the island knows: put in what the reader had put in, and tell. */
function refill(field: Field, type: 'input' | 'change'): () => void {
  const { value } = field;
  const isInput = field instanceof HTMLInputElement;
  const checked = isInput && field.checked;
  const [from, to] = field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return () => {
    // A file stays where it is, and only that may be put into its field.
    if (field.type !== 'file') field.value = value;
    if (isInput) field.checked = checked;
    if (from !== null && !(field instanceof HTMLSelectElement) && document.activeElement === field) field.setSelectionRange(from, to);
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
}

/** What was being typed: browsers do not tell of a change that a script has put in, so it is told when the reader is done. */
function commitLater(field: Field): void {
  const stop = new AbortController();
  const commit = () => {
    stop.abort();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const { signal } = stop;
  field.addEventListener('change', () => stop.abort(), { signal });
  field.addEventListener('blur', commit, { signal });
  field.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Enter' && commit(), { signal });
}

/** At the same place of the element, wherever that is by then. */
function repeatPointer(target: Element, event: PointerEvent): () => void {
  const before = target.getBoundingClientRect();
  const [x, y] = [event.clientX - before.x, event.clientY - before.y];
  return () => {
    const now = target.getBoundingClientRect();
    const { pointerId, pointerType, isPrimary, button, buttons } = event;
    const place = { clientX: now.x + x, clientY: now.y + y };
    target.dispatchEvent(new PointerEvent(event.type, { bubbles: true, pointerId, pointerType, isPrimary, button, buttons, ...place }));
  };
}

function copyOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true };
}
