/** A decision surface of two classes without axes, for a tile: who is ahead where, in three bands, and the line where both are level. */
import { contours } from 'd3-contour';
import type { ProbeData } from '../experiments/probes/reading.ts';
import { LEADS, leads } from './parts/leads.ts';
import { seriesStyle } from './parts/seriesStyle.ts';

export type TileSurface = Pick<ProbeData['surface'], 'outputs' | 'threshold'>;

/** Markup of what goes into an `<svg>`; cells of the grid are the unit, x₂ points up. */
export function surfaceTile(surface: TileSurface): string {
  const { columns, rows } = gridSize(surface);
  const lines = contours().size([columns, rows]);
  return leads(surface)
    .flatMap((margins, own) => {
      // NaN, of a run that diverged, is nobody's.
      const values = margins.map((margin) => (Number.isFinite(margin) ? margin : -1));
      const color = seriesStyle(own).color;
      const bands = LEADS.map((lead) => `<path fill="${color}" fill-opacity=".22" d="${pathOf(lines.contour(values, lead).coordinates, rows)}"/>`);
      const border = own === 0 ? [`<path fill="none" stroke="currentColor" stroke-width=".5" d="${pathOf(lines.contour(values, 0).coordinates, rows)}"/>`] : [];
      return [...bands, ...border];
    })
    .join('');
}

export function gridSize({ outputs }: TileSurface): { columns: number; rows: number } {
  return { columns: outputs[0]?.[0]?.length ?? 0, rows: outputs[0]?.length ?? 0 };
}

/** Rings of a multipolygon, to a tenth of a cell. Rows are counted upwards, SVG counts downwards. */
function pathOf(polygons: number[][][][], rows: number): string {
  const point = ([x = 0, y = 0]: number[]) => `${short(x)} ${short(rows - y)}`;
  return polygons.flatMap((rings) => rings.map((ring) => `M${ring.slice(0, -1).map(point).join('L')}Z`)).join('');
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
