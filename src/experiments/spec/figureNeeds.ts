/**
 * The figures that a spec can ask for, and what each needs of an experiment. What is drawn is in src/figures/, by the same
 * names; here is what can be said without drawing. A new figure is one file there and one line in each of the two lists.
 */
import type { DataShape } from '../../datasets/dataset.ts';
import type { Choice } from '../../nn/entry.ts';
import type { Axis } from '../configuration/arm.ts';

export interface FigureNeeds {
  /** What it is called among others. */
  title: string;
  /** Probes that are read for it, with options where they are not to be the defaults. */
  probes?: (Pick<Choice, 'name'> & Partial<Choice>)[];
  /** Whether runs report a confusion matrix. */
  confusion?: boolean;
  /** Whether runs report how often predictions of each probability are right. */
  reliability?: boolean;
  /** Whether runs report pictures that are taken for another class. */
  mistakes?: boolean;
  /** Whether autoencoders report what comes back of a few pictures. */
  reconstructions?: boolean;
  /** What is lacking in the data of an arm, if anything. */
  lacksInData?(shape: DataShape): string | undefined;
  /** What is lacking in what is compared, if anything. */
  lacksInAxes?(axes: readonly Axis[]): string | undefined;
}

const FIGURES = {
  curves: { title: 'learning curves' },
  finals: { title: 'final values' },
  differences: {
    title: 'paired differences',
    lacksInAxes: (axes) => (axes.some(({ values }) => values.length > 1) ? undefined : 'two arms or more, to compare'),
  },
  heatmap: {
    title: 'heat map',
    lacksInAxes: (axes) => (axes.length > 1 ? undefined : `two axes to span it; there ${axes.length === 1 ? 'is one' : 'is none'}`),
  },
  fit: {
    title: 'fitted functions',
    lacksInData: ({ task, features, labels }) =>
      task === 'regression' && features === 1 && labels === 1 ? undefined : 'data for regression with one feature and one label',
  },
  decision: { title: 'decision surfaces', probes: [{ name: 'surface' }] },
  network: { title: 'network', probes: [{ name: 'network' }] },
  profiles: { title: 'layer profiles', probes: [{ name: 'activations' }, { name: 'gradients' }] },
  movement: { title: 'movement of activations', probes: [{ name: 'movement' }] },
  activity: { title: 'active units', probes: [{ name: 'activity' }] },
  histograms: { title: 'histograms of weights and biases', probes: [{ name: 'weights' }, { name: 'biases' }] },
  weightImages: { title: 'weight images', probes: [{ name: 'firstLayer' }] },
  reconstructions: {
    title: 'reconstructions',
    reconstructions: true,
    lacksInData: ({ image }) => (image ? undefined : 'data of pictures'),
  },
  landscape: { title: 'loss landscape', probes: [{ name: 'lossPlane' }] },
  line: { title: 'loss along a line', probes: [{ name: 'lossLine' }] },
  barrier: { title: 'barrier to a twin', probes: [{ name: 'barrier' }] },
  confusion: { title: 'confusion matrices', confusion: true, lacksInData: ({ task }) => (task === 'classification' ? undefined : 'data with classes') },
  mistakes: {
    title: 'mistakes',
    mistakes: true,
    lacksInData: ({ task, image }) => (task === 'classification' && image ? undefined : 'data of pictures with classes'),
  },
  reliability: {
    title: 'reliability diagrams',
    reliability: true,
    lacksInData: ({ task }) => (task === 'classification' ? undefined : 'data with classes'),
  },
} satisfies Record<string, FigureNeeds>;

export type FigureName = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

export function needsOf(name: FigureName): FigureNeeds {
  return FIGURES[name];
}
