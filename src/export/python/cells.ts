/** A program as cells: each is text, or code. Written as one .py file, or as a notebook. */
export type Cell = { text: string } | { code: string };

/** Where the program lies, for the line that finds its data. */
export type Form = 'script' | 'notebook';

export function script(cells: readonly Cell[]): string {
  return `${cells.map((cell) => ('code' in cell ? cell.code.trimEnd() : comment(cell.text))).join('\n\n\n')}\n`;
}

/** Jupyter notebook, nbformat 4.5. */
export function notebook(cells: readonly Cell[]): string {
  const written = cells.map((cell, index) => {
    const id = `cell-${index + 1}`;
    return 'code' in cell
      ? { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source: sourceLines(cell.code.trimEnd()) }
      : { cell_type: 'markdown', id, metadata: {}, source: sourceLines(cell.text) };
  });
  const metadata = { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } };
  return `${JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
}

/** nbformat keeps the line breaks. */
function sourceLines(text: string): string[] {
  const all = text.split('\n');
  return all.map((line, index) => (index < all.length - 1 ? `${line}\n` : line));
}
