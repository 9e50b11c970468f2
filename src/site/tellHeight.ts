/** What the page for frames posts to the page around it, whenever its height changes. Documented at /sharing/. */
export interface HeightMessage {
  type: 'fully-connected:height';
  /** Path of the page, so that frames can be told apart by what they show. */
  page: string;
  /** Of all it shows, px. */
  height: number;
}

export function tellHeight(): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = () => {
    // The body's box, not the document's height, which is never less than the frame's.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { type: 'fully-connected:height', page: location.pathname, height };
    // It tells nothing but a height, which any page that holds the frame may know.
    window.parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(document.body);
}
