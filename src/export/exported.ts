/** What an export gives: text files, and what they leave out. */
export interface ExportFile {
  name: string;
  text: string;
}

/** Something that the target cannot express, or that this export does not. */
export interface LeftOut {
  /** The arms that are missing because of it; empty where only a report is missing and training is the same. */
  arms: string[];
  /** Path of the setting, as in specs. */
  path: string;
  why: string;
}

export interface Exported {
  /** Empty if not one arm can be expressed. */
  files: ExportFile[];
  leftOut: LeftOut[];
}

export class ExportError extends Error {}
