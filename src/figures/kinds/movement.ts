/** How far what each layer puts out has moved since before training, from layer to layer, one line per arm. */
import type { FigureData } from '../data/figureData.ts';
import { firstAndLast, momentName } from '../data/readings.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import type { Table } from '../tables/table.ts';
import { drawLayers, orNaN, tablesOfLayers, type Quantity } from './profiles/profiles.ts';

const MOVEMENT: Quantity = {
  name: 'movement of activations',
  scale: 'log',
  of(arm) {
    const readings = firstAndLast(arm, 'movement');
    // Before training nothing has moved.
    const end = readings && { name: momentName(readings.last), values: readings.last.layers.map(({ size }) => orNaN(size)) };
    return end && { before: end, after: end };
  },
};

export function movement(data: FigureData, options: FigureOptions): Figure {
  return drawLayers('movement', [MOVEMENT], data, options);
}

export function movementTables(data: FigureData): Table[] {
  return tablesOfLayers([MOVEMENT], data);
}
