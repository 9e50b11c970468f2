/**
 * A document that exists to be drawn into once and to be read out as markup: as much of the DOM as Plot and this folder's figures use.
 * A web worker has no document of its own, and drawing there leaves the page's main thread free.
 */
import { escapeAttribute, escapeText, VOID } from './escapeMarkup.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

/** Elements made by it have `outerHTML`. Selectors may be names of elements and `[attribute]`s alone. */
export function plainDocument(): Document {
  return new PlainDocument() as unknown as Document;
}

class PlainDocument {
  readonly documentElement: PlainElement = new PlainElement(this, 'html', HTML);

  createElement(name: string): PlainElement {
    return new PlainElement(this, name, HTML);
  }

  createElementNS(namespace: string, name: string): PlainElement {
    return new PlainElement(this, name, namespace);
  }

  createTextNode(text: string): PlainText {
    return new PlainText(this, text);
  }
}

abstract class PlainNode {
  parentNode: PlainElement | null = null;
  readonly ownerDocument: PlainDocument;

  constructor(document: PlainDocument) {
    this.ownerDocument = document;
  }

  abstract readonly outerHTML: string;
  abstract readonly textContent: string;

  get parentElement(): PlainElement | null {
    return this.parentNode;
  }

  get nextSibling(): PlainNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

class PlainText extends PlainNode {
  readonly textContent: string;

  constructor(document: PlainDocument, text: string) {
    super(document);
    this.textContent = text;
  }

  get outerHTML(): string {
    return escapeText(this.textContent);
  }
}

/** Markup that was given as such. */
class PlainMarkup extends PlainNode {
  readonly textContent = '';
  readonly outerHTML: string;

  constructor(document: PlainDocument, markup: string) {
    super(document);
    this.outerHTML = markup;
  }
}

class PlainElement extends PlainNode {
  readonly localName: string;
  readonly namespaceURI: string;
  readonly childNodes: PlainNode[] = [];
  readonly #attributes = new Map<string, string>();

  constructor(document: PlainDocument, name: string, namespace: string) {
    super(document);
    this.localName = name;
    this.namespaceURI = namespace;
  }

  // attributes
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }
  setAttributeNS(_namespace: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }
  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }
  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }
  get classList(): { add(...names: string[]): void } {
    const add = (...names: string[]) => this.setAttribute('class', [...new Set([...(this.getAttribute('class') ?? '').split(/\s+/), ...names])].filter(Boolean).join(' ')); // prettier-ignore
    return { add };
  }

  // children
  get firstChild(): PlainNode | null {
    return this.childNodes[0] ?? null;
  }
  get children(): PlainElement[] {
    return this.childNodes.filter((child) => child instanceof PlainElement);
  }
  insertBefore<Child extends PlainNode>(child: Child, next: PlainNode | null): Child {
    child.remove();
    const place = next ? this.childNodes.indexOf(next) : -1;
    this.childNodes.splice(place < 0 ? this.childNodes.length : place, 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild<Child extends PlainNode>(child: Child): Child {
    return this.insertBefore(child, null);
  }
  append(...children: (PlainNode | string)[]): void {
    for (const child of children) this.appendChild(this.#nodeOf(child));
  }
  prepend(...children: (PlainNode | string)[]): void {
    const next = this.firstChild;
    for (const child of children) this.insertBefore(this.#nodeOf(child), next);
  }
  removeChild<Child extends PlainNode>(child: Child): Child {
    const place = this.childNodes.indexOf(child);
    if (place >= 0) this.childNodes.splice(place, 1);
    child.parentNode = null;
    return child;
  }
  replaceChildren(...children: (PlainNode | string)[]): void {
    for (const child of [...this.childNodes]) this.removeChild(child);
    this.append(...children);
  }
  #nodeOf(child: PlainNode | string): PlainNode {
    return typeof child === 'string' ? new PlainText(this.ownerDocument, child) : child;
  }

  // as text
  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join('');
  }
  set textContent(text: string) {
    this.replaceChildren(...(text === '' ? [] : [text]));
  }
  get innerHTML(): string {
    return this.childNodes.map((child) => child.outerHTML).join('');
  }
  set innerHTML(markup: string) {
    this.replaceChildren(new PlainMarkup(this.ownerDocument, markup));
  }
  get outerHTML(): string {
    let start = `<${this.localName}`;
    for (const [name, value] of this.#attributes) start += ` ${name}="${escapeAttribute(value)}"`;
    return this.namespaceURI === HTML && VOID.has(this.localName) ? `${start}>` : `${start}>${this.innerHTML}</${this.localName}>`;
  }

  // what is in it
  querySelector(selector: string): PlainElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  querySelectorAll(selector: string): PlainElement[] {
    const found: PlainElement[] = [];
    this.#collect(matcher(selector), found);
    return found;
  }
  #collect(matches: (element: PlainElement) => boolean, found: PlainElement[]): void {
    for (const child of this.childNodes) {
      if (!(child instanceof PlainElement)) continue;
      if (matches(child)) found.push(child);
      child.#collect(matches, found);
    }
  }
}

function matcher(selector: string): (element: PlainElement) => boolean {
  const attribute = /^\[([\w-]+)\]$/.exec(selector)?.[1];
  if (attribute !== undefined) return (element) => element.hasAttribute(attribute);
  if (!/^[\w-]+$/.test(selector)) throw new Error(`Found the selector "${selector}"; allowed in a plain document: the name of an element, or [attribute].`);
  return ({ localName }) => localName === selector;
}
