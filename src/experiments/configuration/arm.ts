/** What an experiment compares, as types. */
import type { Json } from '../../schema/json.ts';
import type { Configuration } from './configuration.ts';

/** One axis of a comparison. Each value sets one or more paths of the configuration. */
export interface Axis {
  name: string;
  values: { label: string; set: Record<string, Json> }[];
}

/** One arm: a named configuration. */
export interface Arm {
  /** Unique within the experiment: the labels of its axis values, joined by ' · '. */
  label: string;
  /** Axis name → label. Empty for an experiment without axes. */
  labels: Record<string, string>;
  configuration: Configuration;
}
