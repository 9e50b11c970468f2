/** From Zod's issues to problems that say where, what was found and what is allowed. */
import type * as z from 'zod';
import { formatFound, formatPath, type Path, type Problem } from './problem.ts';

export interface Located extends Problem {
  /** The path in parts, to find its line. */
  at: Path;
}

type Issue = z.core.$ZodIssue;

/** `raw` is the value that was parsed; `prefix` is where it stands in the file. */
export function zodProblems(issues: readonly Issue[], raw: unknown, prefix: Path = []): Located[] {
  return issues.flatMap((issue) => problemsOf(issue, [], raw, prefix));
}

function problemsOf(issue: Issue, outer: Path, raw: unknown, prefix: Path): Located[] {
  const path = [...outer, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const located = (at: Path, allowed: string): Located => {
    const whole = [...prefix, ...at];
    return { at: whole, path: formatPath(whole), found: formatFound(valueAt(raw, at)), allowed };
  };
  if (issue.code === 'unrecognized_keys') {
    // In braces YAML parts settings at a comma: { learningRate: 0,01 } has the settings learningRate and 01.
    const comma = (key: string) => (/^\d+$/.test(key) ? '; decimals have a point, 0.5, where a comma begins another setting' : '');
    return issue.keys.map((key) => ({ ...located([...path, key], `${issue.message}${comma(key)}`), found: `an unknown setting, ${formatFound(key)}` }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Report the form that was probably meant: the one that accepts the value as a whole.
    const meant = issue.errors.find((branch) => !branch.some(isAboutTheWhole));
    if (meant) return meant.flatMap((inner) => problemsOf(inner, path, raw, prefix));
    return [located(path, issue.errors.flatMap((branch) => branch.filter(isAboutTheWhole).map(allowedBy)).join(', or '))];
  }
  const problem = located(path, allowedBy(issue));
  const value = valueAt(raw, path);
  // How long a list is that is too long says more than how it begins.
  return [issue.code === 'too_big' && Array.isArray(value) ? { ...problem, found: `a list of ${value.length}` } : problem];
}

function isAboutTheWhole(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code !== 'unrecognized_keys';
}

/** Our schema states in its messages what is allowed; what it leaves to Zod is put in words here. */
function allowedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid input') ? (TYPES[issue.expected] ?? `a value of type ${issue.expected}`) : issue.message;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return issue.message.startsWith('Invalid') && 'options' in issue && Array.isArray(issue.options)
        ? `one of ${issue.options.map(String).join(', ')}`
        : issue.message;
    default:
      return issue.message;
  }
}

const TYPES: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a finite number',
  object: 'a mapping of settings',
  record: 'a mapping',
  string: 'text',
};

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => (value !== null && typeof value === 'object' ? Reflect.get(value, part) : undefined), raw);
}
