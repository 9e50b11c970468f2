/** Values as Python writes them. */
export type Plain = null | boolean | number | string | readonly Plain[];

export function literal(value: Plain): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  return `[${value.map(literal).join(', ')}]`;
}

/**
 * A number as a float, whatever its value: Python's `1` is an int, and libraries that check types (Keras' optimizers do) refuse it where
 * they ask for a float. Other values as `literal` writes them.
 */
export function real(value: null | boolean | number | string): string {
  const text = literal(value);
  return typeof value === 'number' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Lines of code; what is false is left out. */
export function lines(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined).join('\n');
}
