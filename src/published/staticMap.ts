/** A recorded map as HTML: the figure and the table of its numbers. */
import type { MapView } from '../experiments/maps/mapView.ts';
import { claimMap } from '../figures/map/claimMap.ts';
import { mapTable } from '../figures/map/mapTable.ts';
import { plainDocument } from '../figures/parts/plainDocument.ts';
import { tableElement } from '../figures/tables/table.ts';

export function staticMap(view: MapView): { figure: string; table: string } {
  const document = plainDocument();
  return { figure: claimMap(view, document).outerHTML, table: tableElement(document, mapTable(view)).outerHTML };
}
