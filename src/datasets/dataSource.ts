/** A file that has to be read, and how large it is. */
export interface DataFile {
  name: string;
  bytes: number;
}

/** Where the files of a data set come from: a folder, or the site itself. Handed in, so that this room needs neither. */
export interface DataSource {
  /** In words, for messages: `the folder data/mnist`. */
  place: string;
  /** What to do where files are missing, in a sentence; defaults to how a reader of the sources gets them. */
  remedy?: string;
  /** All bytes of the file of this name, or undefined where there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
}
