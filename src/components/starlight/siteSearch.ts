/** The search dialog: opens on its button and on Ctrl/⌘ K, and then loads Pagefind's own interface. */

type PagefindUI = new (options: { element: HTMLElement; bundlePath: string; showImages: boolean; showSubResults: boolean; autofocus: boolean }) => unknown;

declare global {
  interface Window {
    PagefindUI?: PagefindUI;
  }
}

export class SiteSearch extends HTMLElement {
  #loaded: Promise<void> | undefined;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    this.querySelector('.open')?.addEventListener('click', () => this.#open(dialog));
    this.querySelector('.close')?.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      // The dialog itself is hit only beside its contents, on the backdrop. A followed link may stay on this page.
      if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
    });
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else this.#open(dialog);
    });
  }

  #open(dialog: HTMLDialogElement): void {
    dialog.showModal();
    this.#loaded ??= this.#load();
    this.#loaded.then(
      () => this.querySelector('input')?.focus(),
      () => {
        this.#loaded = undefined;
        this.querySelector('.failed')?.removeAttribute('hidden');
      },
    );
  }

  async #load(): Promise<void> {
    const bundlePath = this.dataset.bundle ?? '/pagefind/';
    const element = this.querySelector<HTMLElement>('.interface');
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${bundlePath}pagefind-ui.css` });
    const script = Object.assign(document.createElement('script'), { src: `${bundlePath}pagefind-ui.js` });
    await Promise.all([style, script].map(arrival));
    if (!element || !window.PagefindUI) throw new Error('Pagefind did not load.');
    new window.PagefindUI({ element, bundlePath, showImages: false, showSubResults: true, autofocus: true });
  }
}

function arrival(tag: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    tag.addEventListener('load', () => resolve());
    tag.addEventListener('error', () => {
      tag.remove();
      reject(new Error('A part of the search could not be loaded.'));
    });
    document.head.append(tag);
  });
}
