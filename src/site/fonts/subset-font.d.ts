/** The package has no types of its own, and those of DefinitelyTyped are older than the options that we use. */
declare module 'subset-font' {
  /** A font with what `text` needs of it. `noLayoutClosure`: without other forms of the same characters, such as small capitals. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; noHinting: boolean; noLayoutClosure?: boolean },
  ): Promise<Buffer>;
}
