/** Names in quotation marks. */
export function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
