/** A reader's own data on its way through the page, and what the page and the worker that reads it say to each other. */
import type { InlineChoice, Task } from '../../../datasets/dataset.ts';
import type { ColumnKind } from '../../../datasets/csv/column.ts';

export interface OwnData {
  /** Name of the file. */
  file: string;
  /** What an experiment takes; it says what was made of the file. */
  data: InlineChoice;
}

export interface OwnColumns {
  rows: number;
  columns: {
    name: string;
    /** As it was read, which may be as the reader says. */
    kind: ColumnKind;
    /** Whether its numbers may be the numbers of classes. */
    mayBeClasses: boolean;
  }[];
}

/** What a reader says of a column, in place of what it looks like. */
export type ColumnUse = ColumnKind | 'left out';

/** What is made of the file. */
export interface OwnChoice {
  label: string;
  task: Task;
  /** By name, of those that are not used as they look. */
  uses: Record<string, ColumnUse>;
}

export type ToReader = { type: 'read'; file: File } | ({ type: 'choose' } & OwnChoice);

export type FromReader = ({ type: 'columns' } & OwnColumns) | { type: 'data'; own: OwnData } | { type: 'refused'; why: string };
