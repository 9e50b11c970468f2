/**
 * `client:intent`: an island that comes alive when the reader reaches for it, with pointer, finger or focus, or by a link that is meant
 * for it. Until then it costs nothing, but that its files are fetched ahead where it comes near and the network has nothing else to do.
 * Whatever is pressed, typed or chosen before it lives is answered at once by a state of loading, and done once, in order, when it lives.
 * If its files do not come, it says so beside the control (faults/), and offers to try again or to reload, with what was put into fields in the address.
 *
 *   waiting ──intent──▶ loading ──▶ alive
 *      ▲──────failed──────┘
 *
 * This script stands in the page before the first island; islands that are still being parsed, and those inside others, are heard as well.
 */
import type { ClientDirective } from 'astro';
import { explain } from '../../faults/explain.ts';
import { reload } from '../../faults/reload.ts';
import { showBusy, showProblem } from './answers.ts';
import { fetchAhead, fetchFiles } from './files.ts';
import { mendHash } from './mendHash.ts';
import { whenNear } from './near.ts';
import { Missed } from './presses.ts';
import { REACH } from './reach.ts';

/** What the directive may be given, all of it optional. */
export interface Intent {
  /** The parameter of the address that means this island: "stepper" for `#stepper=…`. */
  link?: string;
  /** Address of the data that it begins with. */
  data?: string;
  /** Address of what it can do without, fetched along. */
  along?: string;
  /** What a link to it begins with: "v=1&experiment=…". Its fields are named by what stands for them there. */
  hash?: string;
}

const SIGNS = ['pointerover', 'pointerdown', 'pointermove', 'focusin', 'click', 'keydown', 'input', 'change', 'submit', REACH];
const islands = new WeakMap<HTMLElement, Sleeper>();

class Sleeper {
  state: 'waiting' | 'loading' | 'alive' = 'waiting';
  readonly element: HTMLElement;
  /** A link has asked for it. */
  isLinked = false;
  readonly #missed = new Missed();
  #load: Parameters<ClientDirective>[0] | undefined;
  #isWanted = false;
  /** The control beside which the last failure is told. */
  #failed: Element | undefined;
  /** Takes away what is shown of loading and of failing. */
  #clear: (() => void)[] = [];

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get intent(): Intent {
    const { value } = JSON.parse(this.element.getAttribute('opts') ?? '{}') as { value?: Intent | boolean };
    return typeof value === 'object' ? value : {};
  }

  /** Astro is ready to make it live. */
  begin(load: Parameters<ClientDirective>[0]): void {
    this.#load = load;
    if (this.#isWanted) void this.wake();
  }

  notice(event: Event): void {
    // What is pressed again where it failed asks for another try, not for another press.
    const isRetry = event.type === 'click' && this.#failed?.contains(event.target as Node) === true;
    if (event.type === REACH) this.isLinked = true;
    const isPress = isRetry || this.#missed.add(event);
    if (isPress && this.#isWanted) this.#answer();
    // Where it failed, the pointer alone does not try again.
    if (isPress || (!this.#failed && event.type !== 'pointermove')) void this.wake();
  }

  async wake(): Promise<void> {
    this.#isWanted = true;
    if (this.state !== 'waiting') return;
    this.#answer();
    const files = fetchFiles(this.element, this.intent);
    // What it fails with is told when there is a way to go on.
    files.catch(() => undefined);
    if (!this.#load) return;
    this.state = 'loading';
    try {
      await files;
      await hydrate(this.element, this.#load);
    } catch (error) {
      // The next sign of intent tries again, as does the button.
      this.state = 'waiting';
      this.#isWanted = false;
      this.#tell(await explain(error));
      return;
    }
    this.state = 'alive';
    this.#show();
    await this.#missed.repeat();
  }

  /** The controls that were pressed show that they were heard. */
  #answer(): void {
    this.#show(() => this.#missed.controls.map(showBusy));
    this.#failed = undefined;
  }

  #tell(error: Error): void {
    // A link presses nothing; what it asks for is shown by the island's first button.
    const control = this.#missed.controls.at(-1) ?? (this.isLinked ? (this.element.querySelector('button') ?? undefined) : undefined);
    const remedies = { retry: () => void this.wake(), reload: () => reload(this.#hash()) };
    this.#show(() => (control ? [showProblem(control, error, remedies)] : []));
    this.#failed = control;
  }

  /** With what was put into its fields, where it has such links. */
  #hash(): string | undefined {
    const { hash } = this.intent;
    const values = this.#missed.values;
    if (hash === undefined || values.length === 0) return undefined;
    const own = mendHash(location.hash);
    const link = new URLSearchParams(own.startsWith(`#${hash}`) ? own.slice(1) : hash);
    for (const [name, value] of values) link.set(name, value);
    return String(link);
  }

  #show(put: () => (() => void)[] = () => []): void {
    for (const clear of this.#clear) clear();
    this.#clear = put();
  }
}

const clientIntent: ClientDirective = (load, _options, element) => {
  const island = sleeperOf(element);
  const { link } = island.intent;
  const followLink = () => {
    if (!link || !new URLSearchParams(mendHash(location.hash).slice(1)).has(link)) return;
    island.isLinked = true;
    void island.wake();
  };
  window.addEventListener('hashchange', followLink);
  element.addEventListener('astro:hydrate', () => window.removeEventListener('hashchange', followLink), { once: true });
  whenNear(element, () => fetchAhead(element, island.intent));
  island.begin(load);
  followLink();
  // The reader may have been here before this script was.
  if (element.matches(':hover, :focus-within')) void island.wake();
};

export default clientIntent;

for (const sign of SIGNS) document.addEventListener(sign, notice, { capture: true, passive: sign.startsWith('pointer') });

function notice(event: Event): void {
  if (!(event.target instanceof Element) || event.target.closest('.island-problem')) return;
  let inner = true;
  // An island inside another lives after that, so both are woken; the press belongs to the inner one.
  for (let element = sleeping(event.target); element; element = sleeping(element.parentElement)) {
    const island = sleeperOf(element);
    if (inner) island.notice(event);
    else void island.wake();
    inner = false;
  }
}

/** Astro takes `ssr` away from an island that lives. */
function sleeping(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('astro-island[client="intent"][ssr]') ?? null;
}

function sleeperOf(element: HTMLElement): Sleeper {
  const known = islands.get(element) ?? new Sleeper(element);
  islands.set(element, known);
  return known;
}

/** Resolves when it lives. Throws what Astro only reports. */
async function hydrate(element: HTMLElement, load: Parameters<ClientDirective>[0]): Promise<void> {
  let problem: unknown;
  const note = (event: Event) => {
    if (event.target === element) problem = (event as CustomEvent<{ error: unknown }>).detail.error;
  };
  element.addEventListener('astro:hydration-error', note);
  try {
    const lives = new Promise((resolve) => element.addEventListener('astro:hydrate', resolve, { once: true }));
    await (
      await load()
    )();
    if (problem !== undefined) throw problem instanceof Error ? problem : new Error('It could not be brought to life.', { cause: problem });
    // One inside another waits for that.
    if (element.hasAttribute('ssr')) await lives;
  } finally {
    element.removeEventListener('astro:hydration-error', note);
  }
}
