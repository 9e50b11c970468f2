/** A model that cannot be read or written: where in it something is wrong, what was found, what is allowed. */
export class ModelError extends Error {
  readonly where: string;
  readonly found: string;
  readonly allowed: string;

  constructor(where: string, found: string, allowed: string) {
    super(`${where}: found ${found}; allowed: ${allowed}.`);
    this.name = 'ModelError';
    this.where = where;
    this.found = found;
    this.allowed = allowed;
  }
}
