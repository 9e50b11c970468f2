/** A reader's own data on its way through the page, and what the page and the worker that reads it say to each other. */
import type { InlineChoice, Task } from '../../../datasets/dataset.ts';
import type { ColumnKind } from '../../../datasets/csv/column.ts';

export interface OwnData {
  /** Name of the file. */
  file: string;
  /** What an experiment takes. */
  data: InlineChoice;
  featureNames: string[];
  labelName: string;
}

export interface OwnColumns {
  rows: number;
  columns: { name: string; kind: ColumnKind }[];
}

export type ToReader = { type: 'read'; file: File } | { type: 'choose'; label: string; task: Task };

export type FromReader = ({ type: 'columns' } & OwnColumns) | { type: 'data'; own: OwnData } | { type: 'refused'; why: string };
