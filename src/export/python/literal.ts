/** Values as Python writes them. */
export type Plain = null | boolean | number | string | readonly Plain[];

export function literal(value: Plain): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  return `[${value.map(literal).join(', ')}]`;
}

/** Lines of code; what is false is left out. */
export function lines(...parts: (string | false | undefined)[]): string {
  return parts.filter((part) => part !== false && part !== undefined).join('\n');
}

/** Text as a docstring's content: nothing in it ends the string. */
export function prose(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"""/g, '"\'"');
}
