/** What is wrong with a spec, in words for the person who wrote it. */

export type Path = readonly (string | number)[];

export interface Problem {
  /** Where, as in `training.optimizer.learningRate`. */
  path: string;
  /** What stands there. */
  found: string;
  /** What may stand there. */
  allowed: string;
  /** Line of the file, from 1, where known. */
  line?: number;
}

/** A spec that cannot be run. The message lists all of its problems. */
export class SpecError extends Error {
  readonly file: string;
  readonly problems: Problem[];

  constructor(file: string, problems: Problem[]) {
    super([`${file}: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}`, ...problems.map(describe)].join('\n'));
    this.name = 'SpecError';
    this.file = file;
    this.problems = problems;
  }
}

/** `['training', 'batch size', 2]` → `training."batch size"[2]`. */
export function formatPath(path: Path): string {
  if (path.length === 0) return 'the whole file';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = /^[A-Za-z_$][\w$.]*$/.test(part) ? part : JSON.stringify(part);
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

/** A value as it is shown to a person: JSON, shortened. */
export function formatFound(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 80;

function describe({ path, found, allowed, line }: Problem): string {
  return `  ${line === undefined ? '' : `line ${line}: `}${path}: found ${found}; allowed: ${allowed}`;
}

/** Takes down a problem: where, what was found, what is allowed. */
export type Report = (at: Path, found: string, allowed: string) => void;
