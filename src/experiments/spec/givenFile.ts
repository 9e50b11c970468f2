/** `{ name: given, file }`: the parameters of a saved model as those that a network starts with. */
import * as z from 'zod';
import { readParameterFile } from '../../models/parameterFile.ts';
import { givenParameters } from '../configuration/givenParameters.ts';
import { readReference, type Resolve } from './readReference.ts';
import { settings } from '../../schema/parts.ts';
import type { Json } from '../../schema/json.ts';

const schema = settings({
  name: z.literal('given'),
  /** Relative to the spec. */
  file: z.string().min(1, 'the path of a model file, relative to the spec'),
});

export const givenFile: Resolve = (value, files, at) =>
  readReference(
    {
      schema,
      kind: 'a .safetensors file or parameters as .json',
      read: (bytes, { file }) => ({ name: 'given', parameters: readParameterFile(bytes, file).map(givenParameters) as unknown as Json }),
    },
    value,
    files,
    at,
  );
