/** Set paths of a configuration: what arms of a comparison and readers' changes do. */
import { BUDGETS, type BudgetKind } from './budget.ts';
import { parseConfiguration, type Parsed } from './parseConfiguration.ts';
import { formatFound, type Path } from '../../schema/problem.ts';
import type { Configuration } from './configuration.ts';
import type { Json } from '../../schema/json.ts';

/**
 * `configuration` with `settings` (path → value) applied, shallow paths first, so that a choice comes before its
 * hyperparameters, and parsed anew. A name alone at
 * a choice (`training.optimizer: sgd`) chooses it with its own defaults. Setting one budget takes the
 * place of the others; setting the loss brings the output activation that goes with it.
 */
export function applySettings(configuration: Configuration, settings: Record<string, Json>, prefix: Path = []): Parsed {
  const raw = copyOf(configuration as unknown as Tree) as Tree;
  for (const [path, value] of Object.entries(settings).sort(byDepth)) {
    if (!setPath(raw, path, value)) {
      return { problems: [{ at: prefix, path, found: formatFound(path), allowed: 'the path of a setting, for example training.batchSize' }] };
    }
  }
  return parseConfiguration(raw, prefix);
}

/** Lists are shared: they are replaced as a whole, never changed, and those of `inline` and `given` are long. */
function copyOf(value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

function byDepth([a]: [string, Json], [b]: [string, Json]): number {
  return a.split('.').length - b.split('.').length;
}

type Tree = Record<string, Json>;

function setPath(root: Tree, path: string, value: Json): boolean {
  const parts = path.split('.');
  if (!parts.every((part) => SETTING_NAME.test(part))) return false;
  const last = parts.pop()!;
  let parent = root;
  for (const [depth, part] of parts.entries()) {
    const at = parts.slice(0, depth + 1).join('.');
    const opened = open(at, Object.hasOwn(parent, part) ? parent[part] : undefined);
    if (opened === undefined || opened === null || typeof opened !== 'object' || Array.isArray(opened)) return false;
    parent[part] = opened;
    parent = opened;
  }
  if (parts.join('.') === 'training' && BUDGETS.includes(last as BudgetKind)) for (const kind of BUDGETS) Reflect.deleteProperty(parent, kind);
  if (path === 'training.loss' || path === 'training.loss.name') delete (root['network'] as Tree)['outputActivation'];
  if (last === 'name' && parts.length > 0) for (const key of Object.keys(parent)) Reflect.deleteProperty(parent, key);
  parent[last] = copyOf(value);
  return true;
}

/** What hyperparameters can be set on: also a choice that was just made by name alone, and settings that are off. */
function open(path: string, value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return path === 'training.clip' ? { by: value } : { name: value };
  if ((value === undefined || typeof value === 'boolean') && MAY_BE_OFF.includes(path)) return {};
  return value;
}

const MAY_BE_OFF = [
  ...['network.noise', 'network.normalization', 'network.regularizer', 'network.activityRegularizer', 'network.constraint', 'network.parametrization'],
  ...[
    'training.schedule',
    'training.warmUp',
    'training.momentumWarmUp',
    'training.clip',
    'training.averaging',
    'training.earlyStopping',
    'training.checkpoints',
  ],
  ...['split', 'augmentation', 'scaling', 'pretraining', 'pretraining.optimizer'],
];

/** No dunder names: a link must not be able to reach an object's prototype. */
const SETTING_NAME = /^[a-z][A-Za-z0-9]*$/;
