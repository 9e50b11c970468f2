/** Numbers that a reader types, or that an address brings. */
import { typedNumber } from '../../../schema/numberText.ts';

export type NumberReading = { value: number } | { problem: string };

export interface Range {
  label: string;
  min: number;
  max: number;
  exclusiveMin?: boolean;
  integer?: boolean;
}

/** The problem says what was found, for what, and what is allowed. */
export function readNumber(text: string, { label, min, max, exclusiveMin, integer }: Range): NumberReading {
  const value = typedNumber(text);
  const isAllowed = typeof value === 'number' && value <= max && (exclusiveMin ? value > min : value >= min) && (!integer || Number.isInteger(value));
  if (isAllowed) return { value };
  const trimmed = text.trim();
  const found = trimmed.length > 20 ? `${trimmed.slice(0, 20)}…` : trimmed;
  return {
    problem:
      `Found “${found}” for ${label}; allowed: ${integer ? 'a whole number' : 'a number'} ${exclusiveMin ? 'above' : 'from'} ${min} ${exclusiveMin ? 'and up' : ''} to ${max}.`.replace(
        / {2}/g,
        ' ',
      ),
  };
}
