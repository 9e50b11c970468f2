/** Writes and hands over a file. Resolves to what is to be said of it, line by line; rejects with an error whose message is for the reader. */
export type Task = () => Promise<string[]>;
