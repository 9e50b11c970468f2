/** Any Python, and what its compiler says of programs. */
import { spawnSync } from 'node:child_process';

/** Any Python 3, for its compiler. */
export const ANY_PYTHON = ['python3', '/usr/bin/python3', 'python'].find((python) => works(python, 'import sys; assert sys.version_info >= (3, 8)'));

/**
 * Errors of the compiler, and names that are used but nowhere defined, over all programs in one process. `programs`: name → text.
 * Returns name → what is wrong, of those that are.
 */
export function compileErrors(python: string, programs: ReadonlyMap<string, string>): Map<string, string> {
  const { status, stdout, stderr } = spawnSync(python, ['-W', 'error', '-c', CHECK], {
    ...{ encoding: 'utf8', input: JSON.stringify([...programs]), maxBuffer: 1e8 },
    env: { ...process.env, PYTHONUTF8: '1' },
  });
  if (status !== 0) throw new Error(stderr || 'Python did not start');
  return new Map(JSON.parse(stdout) as [string, string][]);
}

const CHECK = `
import builtins, json, symtable, sys

def undefined(table, known):
    for symbol in table.get_symbols():
        outer = symbol.is_global() or table.get_type() == "module"
        if outer and symbol.is_referenced() and symbol.get_name() not in known:
            yield symbol.get_name()
    for child in table.get_children():
        yield from undefined(child, known)

def error(name, text):
    try:
        compile(text, name, "exec")
    except Exception as problem:
        return repr(problem)
    module = symtable.symtable(text, name, "exec")
    assigned = {symbol.get_name() for symbol in module.get_symbols() if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()}
    return ", ".join(sorted(set(undefined(module, assigned | set(dir(builtins)) | {"__file__", "__name__"}))))

json.dump([[name, found] for name, text in json.load(sys.stdin) if (found := error(name, text))], sys.stdout)
`;

function works(python: string, code: string): boolean {
  return spawnSync(python, ['-c', code]).status === 0;
}
