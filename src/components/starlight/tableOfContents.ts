/**
 * Marks the entry of the table of contents under which the reader is. It takes the place of Starlight's own script
 * (src/site/starlight/lighterContents.ts), which asks `:has()` about every element of a page: twice 45 ms for a long chapter.
 */

/** The element of both tables, beside the text and on a phone above it; the latter extends it. */
export class StarlightTOC extends HTMLElement {
  #current = this.querySelector<HTMLAnchorElement>('a[aria-current="true"]');
  #observer: IntersectionObserver | undefined;

  constructor() {
    super();
    // Safari has no idle callbacks.
    const idle = (call: () => void) => ('requestIdleCallback' in window ? requestIdleCallback(call) : setTimeout(call, 1));
    idle(() => {
      const places = this.#places();
      this.#watch(places);
      let resized: ReturnType<typeof setTimeout>;
      window.addEventListener('resize', () => {
        clearTimeout(resized);
        resized = setTimeout(() => idle(() => this.#watch(places)), 200);
      });
    });
  }

  protected set current(link: HTMLAnchorElement) {
    if (link === this.#current) return;
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
  }

  /** The entry of each block of the page. */
  #places(): Map<Element, HTMLAnchorElement> {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    const places = new Map<Element, HTMLAnchorElement>();
    let link: HTMLAnchorElement | undefined;
    for (const block of blocks(document.querySelector('main'), [...links.keys()])) {
      link = links.get(block) ?? link;
      if (link) places.set(block, link);
    }
    return places;
  }

  /** A strip below what stands fixed at the top of the window: the block in it is being read. */
  #watch(places: ReadonlyMap<Element, HTMLAnchorElement>): void {
    this.#observer?.disconnect();
    const height = (element: Element | null) => element?.getBoundingClientRect().height ?? 0;
    const top = height(document.querySelector('header')) + height(this.querySelector('summary')) + 32;
    const bottom = top + 53 - document.documentElement.clientHeight;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const block = entries.find(({ isIntersecting }) => isIntersecting)?.target;
        const link = block && places.get(block);
        if (link) this.current = link;
      },
      { rootMargin: `-${top}px 0% ${bottom}px` },
    );
    for (const block of places.keys()) this.#observer.observe(block);
  }
}

customElements.define('starlight-toc', StarlightTOC);

/** What is in `root`, in order: whole elements where no heading is within them, else what is in these. */
function* blocks(root: Element | null, headings: readonly Element[]): Generator<Element> {
  for (const child of root?.children ?? []) {
    if (headings.some((heading) => heading !== child && child.contains(heading))) yield* blocks(child, headings);
    else yield child;
  }
}
