/** The tiles of the front page, as a table: optimizers down, learning rates across. */
import { formatNumber } from '../../words/format.ts';
import { RESOLUTION, type OpeningTile } from './openingData.ts';

export interface ShownTile extends OpeningTile {
  /** Markup inside the tile's `<svg>`. */
  drawing: string;
}

interface Props {
  tiles: ShownTile[];
  rows: { name: string; labels: string[] };
  columns: { name: string; labels: string[] };
}

export function Tiles({ tiles, rows, columns }: Props) {
  return (
    <table class="opening-tiles">
      <caption class="sr-only">
        {tiles.length} networks by {rows.name} and {columns.name}: decision surface and training loss
      </caption>
      <thead>
        <tr>
          <td></td>
          {columns.labels.map((label, index) => (
            <th key={label} scope="col">
              {index === 0 && <span class="opening-axis">{columns.name} </span>}
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.labels.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {columns.labels.map((column) => {
              const tile = tiles.find((candidate) => candidate.row === row && candidate.column === column);
              return <td key={column}>{tile && <Tile tile={tile} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The grid's values stand in the middle of its cells: the outer half cell is left out, and with it where regions end for want of data. */
function Tile({ tile: { drawing, loss } }: { tile: ShownTile }) {
  return (
    <>
      <svg viewBox={`0.5 0.5 ${RESOLUTION - 1} ${RESOLUTION - 1}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />
      <span class="opening-loss">
        <span class="sr-only">loss </span>
        {loss === null || !Number.isFinite(loss) ? 'diverged' : formatNumber(loss, 2)}
      </span>
    </>
  );
}
