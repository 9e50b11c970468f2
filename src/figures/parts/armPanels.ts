/** Small multiples: one panel or a few for each arm that has something to show, wrapping in the figure's grid. */
import { accessible } from './accessible.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { caption, figureElement, type Figure, type FigureOptions } from './figureElement.ts';

export interface Panel {
  plot: Element;
  /** For assistive technology; the panel's title is put before the first. */
  title: string;
  description: string;
}

/** A longer heading, in characters, is shortened to labels without the names of their axes. */
const LONGEST = 40;
/** Panels are drawn at up to this many times their size. */
const LARGEST = 1.15;

interface ArmPanels {
  kind: string;
  arms: ArmFigure[];
  /** `title`: to be drawn as the panel's heading; '' where there is one arm alone. */
  panel(arm: ArmFigure, title: string): Panel | Panel[];
  caption: string;
  /** Elements above the panels, such as a key. */
  above?: Element[];
}

export function* armPanels(data: FigureData, { document }: FigureOptions, { kind, arms, panel, caption: text, above = [] }: ArmPanels): Figure {
  const { figure, panels } = figureElement(kind, document, arms.length);
  figure.prepend(...above);
  for (const arm of arms) {
    const name = armTitle(data, arm);
    const heading = name.length > LONGEST ? arm.label : name;
    for (const { plot, title, description } of [panel(arm, arms.length > 1 ? heading : '')].flat()) {
      const svg = accessible(plot, document, `${data.title}: ${title}${name && `, ${name}`}`, description);
      svg.setAttribute('style', `max-width:min(100%,${Math.round((Number(svg.getAttribute('width')) * LARGEST) / 1.6) / 10}rem)`);
      panels.append(svg);
      yield;
    }
  }
  figure.append(caption(document, arms.length > 0 ? text : 'This is read when a run has ended.'));
  return figure;
}

/** Which seed a figure shows that shows one: " Seed 3." */
export function seedNote({ seeds }: FigureData): string {
  return ` Seed ${seeds[0] ?? 1}.`;
}
