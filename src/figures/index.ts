/** The figures by the name that specs use. A new figure is one file here and one line in this list. */
import { curves } from './curves.ts';
import { finals } from './finals.ts';
import { fit } from './fit.ts';

export const figures = { curves, finals, fit } as const;
