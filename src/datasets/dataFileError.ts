/** A file of data that is not what it should be: which file, what was found in it, what is allowed. */
export class DataFileError extends Error {
  readonly file: string;
  readonly found: string;
  readonly allowed: string;

  constructor(file: string, found: string, allowed: string) {
    super(`${file}: found ${found}; allowed: ${allowed}.`);
    this.name = 'DataFileError';
    this.file = file;
    this.found = found;
    this.allowed = allowed;
  }
}
