/** Look a name up in one of this engine's tables; a name that it lacks is an error that lists those it has. */
export function findByName<T>(kind: string, table: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) {
    throw new Error(`TensorFlow.js engine: unknown ${kind} "${name}"; allowed: ${Object.keys(table).join(', ')}.`);
  }
  return found;
}
