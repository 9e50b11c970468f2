/** One thing about an experiment that can be changed. */
import type { Range } from '../../schema/range.ts';

interface Common {
  /** Path in the configuration, and key in links. */
  path: string;
  /** As in prose: `learning rate`. */
  label: string;
  description: string;
  /** Name of the axis that sets this path; it cannot be changed then. */
  comparedBy?: string;
}

export type Setting =
  | (Common & { kind: 'number'; value: number; range: Range; scale: 'linear' | 'log' })
  | (Common & { kind: 'boolean'; value: boolean })
  | (Common & { kind: 'choice'; value: string; options: { name: string; title: string; summary?: string }[] })
  | (Common & { kind: 'numbers'; value: number[]; range: Range; length: Range });
