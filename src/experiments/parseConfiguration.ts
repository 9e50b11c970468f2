/** From a configuration as written to an explicit one, with every problem on the way. */
import { checkConfiguration, checkWritten } from './checkConfiguration.ts';
import { parseWritten, withDependentDefaults, type WrittenConfiguration } from './configurationSchema.ts';
import { outputRule } from './output.ts';
import type { Path } from './problem.ts';
import type { Configuration } from './types.ts';
import { zodProblems, type Located } from './zodProblems.ts';

export type Parsed = { configuration: Configuration } | { problems: Located[] };

/** An explicit configuration parses to itself. `prefix` says where `raw` stands. */
export function parseConfiguration(raw: unknown, prefix: Path = []): Parsed {
  const written = parseWritten(raw);
  return written.success ? explicitConfiguration(written.data, prefix) : { problems: zodProblems(written.error.issues, raw, prefix) };
}

export function explicitConfiguration(written: WrittenConfiguration, prefix: Path = []): Parsed {
  const unsound = checkWritten(written, prefix);
  if (unsound.length > 0) return { problems: unsound };
  const configuration = withDependentDefaults(written, outputRule(written.training.loss.name).activations[0]);
  const problems = checkConfiguration(configuration, prefix);
  return problems.length > 0 ? { problems } : { configuration };
}
