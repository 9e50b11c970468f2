/**
 * Files that a spec names. They are read while the spec is: what is in them takes their place, so that explicit
 * experiments, workers and browsers know numbers alone.
 *
 *   dataset: { name: csv, file: flowers.csv, label: kind }          ─▶  { name: inline, task, x, y }
 *   initializer: { name: given, file: model.safetensors }           ─▶  { name: given, parameters }
 *
 * Both may also stand among the values of `compare`. Paths are relative to the spec.
 */
import { csvDataset } from './csvDataset.ts';
import { givenFile } from './givenFile.ts';
import type { Mapping, Resolve, SpecFiles } from './readReference.ts';
import { formatPath, type Path } from '../../schema/problem.ts';
import type { Located } from '../../schema/zodProblems.ts';

/** Where a reference may stand in a configuration, and what is read there. */
const PLACES: Record<string, { refers: (value: Mapping) => boolean; resolve: Resolve }> = {
  dataset: { refers: ({ name }) => name === 'csv', resolve: csvDataset },
  'network.initializer': { refers: (value) => value['name'] === 'given' && 'file' in value, resolve: givenFile },
};

/** `raw`: the content of a spec as plain values, which stays as it is. */
export function resolveFiles(raw: unknown, files: SpecFiles): { raw: unknown; problems: Located[] } {
  const problems: Located[] = [];
  if (!isMapping(raw)) return { raw, problems };
  /** Replaces the value of `key` in `owner`, a copy, if it is a reference. Returns whether it is one. */
  const replace = (owner: Mapping | unknown[], key: string | number, path: string, at: Path): boolean => {
    const value: unknown = Reflect.get(owner, key);
    const place = Object.hasOwn(PLACES, path) ? PLACES[path] : undefined;
    if (!place) return false;
    const mapping = path === 'dataset' && value === 'csv' ? { name: value } : value;
    if (!isMapping(mapping) || !place.refers(mapping)) return false;
    const resolved = place.resolve(mapping, files, at, { loss: lossOf(raw) });
    if ('value' in resolved) Reflect.set(owner, key, resolved.value);
    else problems.push(...resolved.problems);
    return true;
  };
  const copy: Mapping = { ...raw };
  replace(copy, 'dataset', 'dataset', ['dataset']);
  if (isMapping(copy['network'])) {
    const network = (copy['network'] = { ...copy['network'] });
    replace(network, 'initializer', 'network.initializer', ['network', 'initializer']);
  }
  if (isMapping(copy['compare'])) copy['compare'] = Object.fromEntries(Object.entries(copy['compare']).map(([name, values]) => [name, axis(name, values)]));
  return { raw: copy, problems };

  function axis(name: string, written: unknown): unknown {
    if (!Array.isArray(written)) return written;
    const values: unknown[] = [...(written as unknown[])];
    const references = values.map((value, index) => {
      if (replace(values, index, name, ['compare', name, index])) return true;
      if (!isMapping(value) || !isMapping(value['set'])) return false;
      const set = { ...value['set'] };
      values[index] = { ...value, set };
      for (const path of Object.keys(set)) replace(set, path, path, ['compare', name, index, 'set', path]);
      return false;
    });
    // Values without labels are labelled by their names, which are the same for all files.
    const second = references.indexOf(true, references.indexOf(true) + 1);
    if (second > 0) {
      const at = ['compare', name, second];
      problems.push({
        at,
        path: formatPath(at),
        found: 'a second file without a label',
        allowed: `{ label, set: { ${name}: … } }, on an axis with a name of its own`,
      });
    }
    return values;
  }
}

function lossOf({ training, compare }: Mapping): string | undefined {
  if (!isMapping(training) || (isMapping(compare) && 'training.loss' in compare)) return undefined;
  const { loss } = training;
  const name = isMapping(loss) ? loss['name'] : loss;
  return typeof name === 'string' ? name : undefined;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
