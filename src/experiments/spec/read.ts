/** The text of an experiment file, YAML or JSON, to an `Experiment`, with line numbers in errors. */
import { isAlias, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { resolveFiles } from './fileReferences.ts';
import type { SpecFiles } from './readReference.ts';
import { SpecError, type Path } from '../../schema/problem.ts';
import { parseExperiment } from './spec.ts';
import type { Experiment } from './experiment.ts';

/**
 * `file` names the file in errors and gives the experiment its id. Every JSON text is YAML too. `files` reads what the
 * spec names (see fileReferences.ts); without it there is nothing. Throws a SpecError.
 */
export function readExperiment(text: string, file: string, files?: SpecFiles): Experiment {
  return readResolved(text, file, parseExperiment, files);
}

type Parse<Spec> = (raw: unknown, file: string, lineOf: (path: Path) => number | undefined) => Spec;

/** The same for any spec that may name files. */
export function readResolved<Spec>(text: string, file: string, parse: Parse<Spec>, files: SpecFiles = () => undefined): Spec {
  return readSpec(text, file, (written, name, lineOf) => {
    const { raw, problems } = resolveFiles(written, files);
    if (problems.length > 0)
      throw new SpecError(
        file,
        problems.map(({ at, path, found, allowed }) => ({ path, found, allowed, line: lineOf(at) })),
      );
    return parse(raw, name, lineOf);
  });
}

/** The same for anything that is written down like an experiment. `parse` gets the plain values, and finds the line of a path. */
export function readSpec<Spec>(text: string, file: string, parse: Parse<Spec>): Spec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    throw new SpecError(file, [{ path: 'the text', found: firstLine(error.message), allowed: 'YAML or JSON', line }]);
  }
  return parse(document.toJS(), file, (path) => lineOf(document, lines, path));
}

/** The line of the innermost part of `path` that is written down. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && !isAlias(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function firstLine(message: string): string {
  return message.split('\n')[0]!;
}
