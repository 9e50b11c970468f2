/** The notation of all chapters: content/symbols.yaml. */
import { parse } from 'yaml';
import written from '../../content/symbols.yaml?raw';

/** Text and TeX by turns: what stands at odd places is TeX. */
export type MixedText = string[];

export interface MeantSymbol {
  symbol: MixedText;
  meaning: MixedText;
}

/** In the order of the file. Throws where a dollar sign has no partner. */
export function symbols(): MeantSymbol[] {
  return (parse(written) as { symbol: string; meaning: string }[]).map(({ symbol, meaning }) => ({ symbol: parts(symbol), meaning: parts(meaning) }));
}

function parts(text: string): MixedText {
  const found = text.split('$');
  if (found.length % 2 === 0) throw new Error(`Found "${text}" in content/symbols.yaml; every formula stands between two dollar signs.`);
  return found;
}
