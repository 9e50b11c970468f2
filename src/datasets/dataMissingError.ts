/** A data set whose files are not at hand, or not all of them; with a data set that needs none. */
export class DataMissingError extends Error {
  /** Name of the data set that is missing. */
  readonly dataset: string;
  /** Name of a data set that can stand in for it and needs no files. */
  readonly offer: string;

  constructor(dataset: string, what: string, offer: string) {
    super(`${what} The data set "${offer}" needs no files.`);
    this.name = 'DataMissingError';
    this.dataset = dataset;
    this.offer = offer;
  }
}
