/** SVG elements by hand, for what Plot has no mark for, and pictures from bytes. */

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number | undefined>;

export function svgElement(document: Document, name: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const element: SVGElement = document.createElementNS(SVG, name as 'g');
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  }
  element.append(...children);
  return element;
}

/** An empty drawing of this size, px. */
export function drawing(document: Document, width: number, height: number): SVGElement {
  return svgElement(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}`, fill: 'currentColor' });
}

export function textElement(document: Document, text: string, attributes: Attributes): SVGElement {
  return svgElement(document, 'text', attributes, text);
}

/** A point for `d`, to a tenth of a pixel. */
export function at(x: number, y: number): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

/**
 * A picture in 15 colours as a data URI: a BMP of four bits a pixel, which every browser reads and no library need pack.
 * `level(row, column)`: an index into `palette` ([red, green, blue], 0 to 255, at most 16).
 */
export function pictureUri(width: number, height: number, level: (row: number, column: number) => number, palette: readonly (readonly number[])[]): string {
  const rowBytes = Math.ceil(width / 8) * 4;
  const start = HEADER + 4 * palette.length;
  const bytes = new Uint8Array(start + rowBytes * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  // Upwards is the order of the format; a negative height turns it over.
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 4, true);
  view.setUint32(34, rowBytes * height, true);
  view.setUint32(46, palette.length, true);
  palette.forEach(([red = 0, green = 0, blue = 0], index) => bytes.set([blue, green, red, 0], HEADER + 4 * index));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const byte = start + row * rowBytes + (column >> 1);
      bytes[byte] = (bytes[byte] ?? 0) | (level(row, column) << (column % 2 === 0 ? 4 : 0));
    }
  }
  return `data:image/bmp;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Bytes before the palette: 14 of the file and 40 of the picture. */
const HEADER = 54;
