/** How long a chapter takes to read, from its MDX source, and how many experiments and searches it has to run. */
import { idsIn } from './numbering.ts';

/** Words a minute of somebody who reads to learn; a displayed formula or a figure is read as slowly as so many words. */
const PACE = 200;
const FORMULA = 60;
const FIGURE = 100;

/** Minutes are rounded up to a multiple of 5. Answers to exercises count, what stands in code blocks, imports and tags does not. */
export function readingTime(source: string): { minutes: number; experiments: number } {
  const text = source
    .replace(/^---\r?\n[\s\S]*?\r?\n---/, '')
    .replace(/^import .*$/gm, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
  const formulas = text.match(/\$\$[\s\S]*?\$\$/g)?.length ?? 0;
  const experiments = idsIn('Experiment', text).length + idsIn('Search', text).length;
  const words = text
    .replace(/\$\$[\s\S]*?\$\$|^```[\s\S]*?^```/gm, ' ')
    .replace(/<[^>]*>/g, ' ')
    .match(/\S*[\p{L}\p{N}]\S*/gu);
  const total = (words?.length ?? 0) + FORMULA * formulas + FIGURE * (experiments + idsIn('Figure', text).length);
  return { minutes: Math.max(5, 5 * Math.ceil(total / PACE / 5)), experiments };
}
