/** What the page of the data sets says of each: content/data-sets.yaml. */
import { parse } from 'yaml';
import written from '../../content/data-sets.yaml?raw';

export interface DataSetText {
  /** How its examples come about. */
  made: string;
  /** What an experiment on it cannot show. */
  limits: string;
}

const texts = new Map(Object.entries(parse(written) as Record<string, DataSetText>));

/** Throws where there is none, with the name of the file to write it into. */
export function dataSetText(name: string): DataSetText {
  const text = texts.get(name);
  if (!text?.made || !text.limits) throw new Error(`Found no text for the data set "${name}"; content/data-sets.yaml needs "made" and "limits" for it.`);
  return text;
}
