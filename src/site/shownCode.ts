/** What a chapter shows of a file in content/code/: the lines before `# Check`. Throws, naming the file, where there is no such line. */
export function shownCode(source: string, file: string): string {
  const end = source.search(/^# Check$/m);
  if (end < 0) throw new Error(`${file}: there must be a line "# Check", and below it assertions about what stands above.`);
  return source.slice(0, end).trim();
}
