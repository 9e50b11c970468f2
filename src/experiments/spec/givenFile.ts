/** `{ name: given, file }`: the parameters of a saved model as those that a network starts with. */
import { isScaled } from '../../models/modelData.ts';
import { readParameterFile } from '../../models/parameterFile.ts';
import { present } from '../../schema/parts.ts';
import { givenParameters } from '../configuration/givenParameters.ts';
import { givenFileForm } from '../configuration/fileForms.ts';
import { readReference, type Resolve } from './readReference.ts';
import type { Json } from '../../schema/json.ts';

export const givenFile: Resolve = (value, files, at) =>
  readReference(
    {
      schema: givenFileForm,
      kind: 'a .safetensors file or parameters as .json',
      read(bytes, { file }) {
        const { parameters, data, network } = readParameterFile(bytes, file);
        const activations = network?.layers.map(({ activation }) => activation.name);
        const made = data && {
          features: data.features.map(({ name }) => name),
          classes: data.classes,
          scaled: isScaled(data.features),
          ...present({ activations }),
        };
        return { name: 'given', parameters: parameters.map(givenParameters), ...present({ made }) } as unknown as Json;
      },
    },
    value,
    files,
    at,
  );
