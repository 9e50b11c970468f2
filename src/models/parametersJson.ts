/**
 * Parameters as JSON: `{ "format": "fully-connected/parameters", "version": 1, "layers": [{ "kernel": [[…]], "bias": […] }] }`,
 * one object per layer, `kernel` as rows of its matrix [inputs][units]. Numbers are written so that reading
 * them gives the same 32 bits again. `"data"`, where it is known, says what inputs and outputs are (modelData.ts).
 */
import type { LayerParameters, NetworkPlan } from '../engines/engine.ts';
import { asArray, asObject, parseJson, shown } from './json.ts';
import type { ModelData } from './modelData.ts';
import { ModelError } from './modelError.ts';
import { fromTensors, PARAMETER_KEYS, toTensors, type Tensor } from './tensors.ts';

const FORMAT = 'fully-connected/parameters';
const VERSION = 1;

/** Throws a ModelError where a number is not finite, which JSON cannot say (safetensors can), or where shapes do not fit. */
export function writeParametersJson(network: Pick<NetworkPlan, 'inputs' | 'layers'>, parameters: readonly LayerParameters[], data?: ModelData): string {
  const tensors = toTensors(network, parameters);
  const layers = network.layers.map((_, index) => {
    const fields = PARAMETER_KEYS.flatMap((key) => {
      const name = `layers.${index}.${key}`;
      const tensor = tensors.get(name);
      return tensor ? [`"${key}":${writeTensor(tensor, name)}`] : [];
    });
    return `{${fields.join(',')}}`;
  });
  return `{"format":"${FORMAT}","version":${VERSION},${data ? `"data":${JSON.stringify(data)},\n` : ''}"layers":[${layers.join(',\n')}]}\n`;
}

/** Throws a ModelError that names what is wrong. */
export function readParametersJson(text: string, network: Pick<NetworkPlan, 'inputs' | 'layers'>, file: string): LayerParameters[] {
  return fromTensors(network, readParameterTensors(text, file));
}

/** The tensors alone, `layers.0.kernel` and so on, whatever network they belong to. Throws a ModelError. */
export function readParameterTensors(text: string, file: string): Map<string, Tensor> {
  const { format, version, layers } = asObject(parseJson(text, file), file);
  if (format !== FORMAT) throw new ModelError(`${file}, format`, shown(format), `"${FORMAT}"`);
  if (version !== VERSION) throw new ModelError(`${file}, version`, shown(version), String(VERSION));
  const tensors = new Map<string, Tensor>();
  asArray(layers, `${file}, layers`).forEach((layer, index) => {
    for (const [key, value] of Object.entries(asObject(layer, `${file}, layers.${index}`))) {
      const name = `layers.${index}.${key}`;
      tensors.set(name, key === 'kernel' ? readMatrix(value, name) : readVector(value, name));
    }
  });
  return tensors;
}

function writeTensor({ shape, values }: Tensor, name: string): string {
  const vector = (part: Float32Array): string => `[${Array.from(part, (value) => writeNumber(value, name)).join(',')}]`;
  if (shape.length === 1) return vector(values);
  const [rows, columns] = shape as [number, number];
  return `[${Array.from({ length: rows }, (_, row) => vector(values.subarray(row * columns, (row + 1) * columns))).join(',')}]`;
}

/** JSON.stringify would write −0 as 0. */
function writeNumber(value: number, name: string): string {
  if (!Number.isFinite(value)) throw new ModelError(name, String(value), 'finite numbers in JSON; safetensors holds others too');
  return Object.is(value, -0) ? '-0' : String(value);
}

function readMatrix(value: unknown, name: string): Tensor {
  const rows = asArray(value, name).map((row, index) => readVector(row, `${name}[${index}]`).values);
  const columns = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== columns);
  if (ragged >= 0) throw new ModelError(`${name}[${ragged}]`, `${rows[ragged]!.length} numbers`, `${columns}, as in the rows before it`);
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, index) => values.set(row, index * columns));
  return { shape: [rows.length, columns], values };
}

function readVector(value: unknown, name: string): Tensor {
  const numbers = asArray(value, name);
  const wrong = numbers.findIndex((entry) => typeof entry !== 'number' || !Number.isFinite(Math.fround(entry)));
  if (wrong >= 0) throw new ModelError(`${name}[${wrong}]`, shown(numbers[wrong]), 'a number that fits 32 bits');
  return { shape: [numbers.length], values: Float32Array.from(numbers as number[]) };
}
