/** The forms that settings take: numbers, switches, and choices with the hyperparameters of what is chosen. */
import { findEntry, type Choice, type Entry, type Hyperparameter } from '../../nn/entry.ts';
import type { Range } from '../../schema/range.ts';
import type { Setting } from './setting.ts';

interface Texts {
  path: string;
  label: string;
  description: string;
}

export function numberSetting(texts: Texts, value: number, range: Range, scale: 'linear' | 'log' = 'linear'): Setting {
  return { kind: 'number', ...texts, value, range, scale };
}

/** Off, and the numbers of what is switched on. */
export function switchSettings(texts: Texts, on: boolean, numbers: Setting[]): Setting[] {
  return [{ kind: 'boolean', ...texts, value: on }, ...(on ? numbers : [])];
}

/** A choice by name, and its hyperparameters. `choice` is undefined where `off`, one of the options, is chosen. */
export function choiceSettings(texts: Texts, entries: readonly Described[], choice: Choice | undefined, off?: Option): Setting[] {
  const options = [...(off ? [off] : []), ...entries.map(optionOf)];
  const chosen: Setting = { kind: 'choice', ...texts, value: choice?.name ?? off?.name ?? '', options };
  if (!choice) return [chosen];
  const { hyperparameters } = findEntry(texts.label, entries, choice.name);
  return [chosen, ...valueSettings(texts.path, hyperparameters, choice)];
}

/** One setting per hyperparameter. */
export function valueSettings(path: string, hyperparameters: Record<string, Omit<Hyperparameter, 'symbol'>>, values: object): Setting[] {
  return Object.entries(hyperparameters as Record<string, Hyperparameter>).map(([key, hyperparameter]): Setting => {
    const texts = { path: `${path}.${key}`, label: words(key), description: hyperparameter.description };
    const value: unknown = Reflect.get(values, key);
    return hyperparameter.kind === 'boolean'
      ? { ...texts, kind: 'boolean', value: value === true }
      : numberSetting(texts, Number(value), hyperparameter, hyperparameter.scale);
  });
}

/** One of a few words. */
export function wordSetting(texts: Texts, value: string, names: readonly string[]): Setting {
  return { kind: 'choice', ...texts, value, options: names.map((name) => ({ name, title: words(name) })) };
}

type Described = Pick<Entry, 'name' | 'title' | 'summary' | 'hyperparameters'>;
type Option = { name: string; title: string; summary?: string };

export function optionOf({ name, title, summary }: { name: string; title: string; summary: string }): Option {
  return { name, title, summary };
}

/** `learningRate` → `learning rate`. */
function words(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
