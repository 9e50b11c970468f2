/**
 * `client:intent`: an island that comes alive when the reader reaches for it, with the pointer, the focus, or a link
 * that is meant for it (`client:intent="stepper"`: a hash that begins with `#stepper=`). Until then it costs nothing.
 * What was pressed or changed while it was on its way is done once more when it lives.
 *
 *   waiting ──intent──▶ loading ──▶ alive
 *      ▲──────failed──────┘
 */
import type { ClientDirective } from 'astro';

const SIGNS = ['pointerover', 'pointerdown', 'focusin', 'click', 'input', 'change'] as const;

const clientIntent: ClientDirective = (load, { value: key }, island) => {
  let state: 'waiting' | 'loading' | 'alive' = 'waiting';
  /** In order; of a field, what it held last. */
  const missed = new Map<object, () => void>();

  async function wake() {
    if (state !== 'waiting') return;
    state = 'loading';
    try {
      const hydrate = await load();
      await hydrate();
    } catch (error) {
      // The next sign of intent tries again.
      state = 'waiting';
      throw error;
    }
    state = 'alive';
    for (const sign of SIGNS) island.removeEventListener(sign, notice, true);
    window.removeEventListener('hashchange', followLink);
    for (const repeat of missed.values()) repeat();
  }
  function notice({ type, target }: Event) {
    const button = type === 'click' && target instanceof Element ? target.closest('button') : null;
    if (button) missed.set({}, () => button.click());
    if ((type === 'input' || type === 'change') && isField(target)) missed.set(target, restore(target));
    void wake();
  }
  function followLink() {
    if (key && location.hash.startsWith(`#${key}=`)) void wake();
  }
  for (const sign of SIGNS) island.addEventListener(sign, notice, true);
  window.addEventListener('hashchange', followLink);
  followLink();
  // The reader may have been here before this script was.
  if (island.matches(':hover, :focus-within')) void wake();
};

export default clientIntent;

type Field = HTMLInputElement | HTMLSelectElement;

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Coming alive sets fields back to what the island knows: put in what the reader had put in, and tell. */
function restore(field: Field): () => void {
  const { value } = field;
  const checked = field instanceof HTMLInputElement && field.checked;
  return () => {
    field.value = value;
    if (field instanceof HTMLInputElement) field.checked = checked;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  };
}
