/** Where a saved model that is trained on was another network, or had other numbers to work on: parameters that fit are not enough. */
import type { Configuration } from './configuration.ts';
import { isGiven } from './checkGiven.ts';

export function givenRemarks({ network, scaling }: Pick<Configuration, 'network' | 'scaling'>): string[] {
  if (!isGiven(network.initializer) || !network.initializer.made) return [];
  const { scaled, activations } = network.initializer.made;
  const own = network.activation.name;
  const other = activations?.slice(0, -1).find((name) => name !== own);
  return [
    ...(other === undefined
      ? []
      : [`The saved model has the activation ${other}, this network ${own}: with the same parameters they compute different functions.`]),
    ...(scaled && scaling.features === 'none'
      ? ['The inputs of the saved model were scaled, and these are not: write scaling: standardize, or as it was.']
      : []),
    ...(!scaled && scaling.features !== 'none' ? ['The inputs of the saved model were not scaled, and these are: write scaling: none.'] : []),
  ];
}
