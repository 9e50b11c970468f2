/** Why something that a page needs is not there or has stopped, as far as a reader can do something about it: one sentence, what is missing and what to do. */

const SENTENCES = {
  /** The network gives no answer. */
  network: 'A part of this page has not come, because the network gives no answer: it is asked for again when the network is back, or try again now.',
  /** The server has it no longer. */
  renewed:
    'A part of this page is no longer on the server, most likely because a newer version of it was published: reload the page to go on; your settings stay in its address.',
  /** The server has it and does not give it. */
  server: 'The server does not give out a part of this page at the moment: try again in a while.',
  /** It came, and is not what it should be. */
  damaged: 'A part of this page came damaged: try again, and it is fetched anew.',
  /** What computes died. */
  worker: 'The part of the page that computes this has stopped before it was done: try again, and choose smaller networks or fewer of them if it stops again.',
  memory: 'There is not enough memory for this: choose smaller networks or fewer examples, or close other pages and programs, and try again.',
  /** The browser cannot compute the kernel. */
  simd: 'This browser lacks what this needs of WebAssembly, called SIMD: open the page in a newer browser; all that was recorded can be read here.',
  /** A frame without an origin of its own starts no workers. */
  frame:
    'The frame that shows this page does not let it start workers: whoever embeds it adds allow-same-origin to the sandbox attribute of the frame, or you open the page by itself.',
} as const;

export type FaultKind = keyof typeof SENTENCES;

export class Fault extends Error {
  readonly kind: FaultKind;

  /** `cause`: what the browser said, for the console and for bug reports. */
  constructor(kind: FaultKind, cause?: unknown) {
    super(SENTENCES[kind], cause === undefined ? {} : { cause });
    this.name = 'Fault';
    this.kind = kind;
  }

  /** Whether a reload fetches what is missing, where another try cannot. */
  get needsReload(): boolean {
    return this.kind === 'renewed';
  }

  /** Whether nothing can be computed here at all until it is mended. */
  get isOfLoading(): boolean {
    return this.kind !== 'worker' && this.kind !== 'memory';
  }
}
