/**
 * What a data set is. Each one is a file of this folder: it states its options (from which controls,
 * schema and reference tables derive), its shape, and how its examples come about from a seed.
 */
import { decodeRows, type CodedRows } from '../kernel/coded.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { DataFile, DataSource } from './dataSource.ts';

export type Task = 'classification' | 'regression';

/** A numeric option of a data set, with the range that is allowed for it. */
export interface DatasetOption {
  kind: 'number';
  description: string;
  default: number;
  /** Inclusive unless said otherwise. */
  min: number;
  max: number;
  exclusiveMin?: boolean;
  exclusiveMax?: boolean;
  integer?: boolean;
  /** How a slider should run through the range. */
  scale?: 'linear' | 'log';
}

/** What can be said of the examples before they are made. */
export interface DataShape {
  task: Task;
  examples: number;
  /** Features per example. */
  features: number;
  /** Number of classes; 0 in regression. */
  classes: number;
  /** Numbers to predict per example in regression; 1 (the class) in classification. */
  labels: number;
  /** Where the features are the pixels of a picture, row by row: its size. */
  image?: { width: number; height: number };
  /** Whether features are codes of a byte (see kernel/coded.ts). */
  coded?: true;
  /** How many of the examples, the last ones, are the data set's own test set; defaults to none. */
  testExamples?: number;
}

/** Features of examples: numbers, or codes for the few values that they take. */
export type FeatureColumns = FeatureNumbers | CodedRows;
export type FeatureNumbers = Float64Array | Float32Array;

/** As numbers in any case. */
export function numbersOf(x: FeatureColumns): FeatureNumbers {
  return 'codes' in x ? decodeRows(x) : x;
}

/** Examples in the data's own units, before splitting and scaling. */
export interface Examples<X extends FeatureColumns = FeatureNumbers> extends DataShape {
  /** Row-major [examples][features]. */
  x: X;
  /** Labels, row-major [examples][labels]: class numbers from 0, or the numbers to predict. */
  y: Float64Array;
  /** What the examples are, where that depends on what was at hand: `MNIST test files only: …`. */
  title?: string;
}

/** Options by name, each within its range. */
export type Options = Record<string, number>;

export interface Dataset {
  /** Name in specs and URLs, camelCase. */
  name: string;
  /** Name in prose and menus. */
  title: string;
  /** One sentence. */
  summary: string;
  task: Task;
  options: Record<string, DatasetOption>;
  /** Where it is defined or was measured: keys into the bibliography. */
  references: string[];
  /** Names of the features and of the label, with units where it has them. */
  featureNames: string[];
  labelName: string;
  /** Whether the examples are measurements, so that the seed changes the split alone. */
  real: boolean;
  shape(options: Options): DataShape;
  create(options: Options, kernel: Kernel, seed: number): Examples;
  /** For one feature: a function that others have fitted to these data, to stand beside a network's. */
  reference?: { label: string; at(x: number, kernel: Kernel): number };
  /** In place of `create` for a data set that lies in files. */
  load?(options: Options, source: DataSource): Promise<Examples<FeatureColumns>>;
  /** Which files `load` will read of a source that has them ready to be fetched. Throws a DataMissingError where it has none. */
  files?(options: Options, source: DataSource): Promise<DataFile[]>;
}

/** Data given as numbers in the spec itself. */
export interface InlineChoice {
  name: 'inline';
  task: Task;
  /** [examples][features] */
  x: number[][];
  /** Class numbers from 0, or one row of numbers to predict per example. */
  y: number[] | number[][];
  /** Of data that were read from a file. */
  about?: About;
}

/** What numbers from a file mean, in the file's own words. */
export interface About {
  /** Name of the file. */
  file: string;
  /** One name per feature; a category is a feature `colour = red`. */
  features: string[];
  label: string;
  /** By class number; empty in regression. */
  classes: string[];
  /** What was made of the file, as sentences. */
  remarks: string[];
}

/** A data set chosen, with all of its options: `{ name: 'circles', examples: 2500, … }`, or `inline`. */
export type DatasetChoice = InlineChoice | { name: string; [option: string]: number | string };
