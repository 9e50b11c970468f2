/** From a configuration as written to an explicit one, with every problem on the way. */
import { shapeOf } from '../../datasets/index.ts';
import { checkConfiguration, checkWritten } from './checkConfiguration.ts';
import type { Configuration } from './configuration.ts';
import { parseWritten, withDependentDefaults, type WrittenConfiguration } from './configurationSchema.ts';
import { outputRule } from './output.ts';
import type { Path } from '../../schema/problem.ts';
import { zodProblems, type Located } from '../../schema/zodProblems.ts';

export type Parsed = { configuration: Configuration } | { problems: Located[] };

/** An explicit configuration parses to itself. `prefix` says where `raw` stands. */
export function parseConfiguration(raw: unknown, prefix: Path = []): Parsed {
  const written = parseWritten(raw);
  return written.success ? explicitConfiguration(written.data, prefix) : { problems: zodProblems(written.error.issues, raw, prefix) };
}

export function explicitConfiguration(written: WrittenConfiguration, prefix: Path = []): Parsed {
  const unsound = checkWritten(written, prefix);
  if (unsound.length > 0) return { problems: unsound };
  // A loss that is not for the data is found out below; its output layer does not matter.
  const rule = outputRule(written.training.loss.name, shapeOf(written.dataset).task);
  const configuration = withDependentDefaults(written, rule?.activations[0] ?? 'linear');
  const problems = checkConfiguration(configuration, prefix);
  return problems.length > 0 ? { problems } : { configuration };
}
