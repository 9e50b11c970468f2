/** Numbers as an HTML table: what assistive technology and a keyboard have in place of hovering. */
export interface Table {
  caption: string;
  head: string[];
  rows: string[][];
  /** How many cells of each row name it; defaults to 1. */
  names?: number;
}

export function tableElement(document: Document, { caption, head, rows, names = 1 }: Table): HTMLElement {
  const table = document.createElement('table');
  table.setAttribute('class', 'figure-table');
  const title = document.createElement('caption');
  title.textContent = caption;
  const header = document.createElement('thead');
  header.append(rowElement(document, head, head.length, 'col'));
  const body = document.createElement('tbody');
  for (const row of rows) body.append(rowElement(document, row, names, 'row'));
  table.append(title, header, body);
  return table;
}

function rowElement(document: Document, cells: string[], heads: number, scope: 'row' | 'col'): HTMLElement {
  const row = document.createElement('tr');
  cells.forEach((text, index) => {
    const cell = document.createElement(index < heads ? 'th' : 'td');
    if (index < heads) cell.setAttribute('scope', scope);
    cell.textContent = text;
    row.append(cell);
  });
  return row;
}
