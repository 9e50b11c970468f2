/** `{ name: given, file }`: the parameters of a saved model as those that a network starts with. */
import { readParameterFile } from '../../models/parameterFile.ts';
import { givenParameters } from '../configuration/givenParameters.ts';
import { givenFileForm } from '../configuration/fileForms.ts';
import { readReference, type Resolve } from './readReference.ts';
import type { Json } from '../../schema/json.ts';

export const givenFile: Resolve = (value, files, at) =>
  readReference(
    {
      schema: givenFileForm,
      kind: 'a .safetensors file or parameters as .json',
      read: (bytes, { file }) => ({ name: 'given', parameters: readParameterFile(bytes, file).map(givenParameters) as unknown as Json }),
    },
    value,
    files,
    at,
  );
