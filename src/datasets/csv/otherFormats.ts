/** Text that is a table of another kind, by how it begins: read as a CSV file, it would make categories of its own marks. */
import { DataFileError } from '../dataFileError.ts';

const FORMATS: readonly [what: string, begins: RegExp][] = [
  ['JSON', /^\s*(\[\s*[[{]|\{\s*["}])/],
  ['a page of the web, or XML', /^\s*<(!doctype|\?xml|html|table|svg|!--)/i],
  ['commands of SQL', /^(\s*(--|\/\*).*\n|\s)*(insert\s+into|create\s+table|drop\s+table|begin\s+transaction)\b/i],
  ['an ARFF file', /^(\s*%.*\n|\s)*@relation\b/i],
  ['a pointer of Git LFS in place of the file', /^version https:\/\/git-lfs/],
  ['a file of LIBSVM', /^[+-]?\d+(\.\d+)?( \d+:[-+.\de]+)+[ \t]*\r?\n/],
  ['a table of Markdown', /^\s*\|.*\|[ \t]*\r?\n\s*\|[ :|-]+\|[ \t]*\r?\n/],
  ['a table between drawn lines', /^(\s*\+[-+=]{3,}\+[ \t]*\r?\n|[^\n]*\|[^\n]*\n-+(\+-+)+[ \t]*\r?\n)/],
  ['a PDF file', /^%PDF-/],
  ['a Parquet file', /^PAR1/],
];

export function refuseOtherFormats(text: string, file: string): void {
  const head = text.slice(0, 5000);
  const format = FORMATS.find(([, begins]) => begins.test(head));
  if (format)
    throw new DataFileError(
      file,
      format[0],
      'a CSV file: names of columns in the first line, then a line for each row, with commas, semicolons, tabs or bars between the cells',
    );
}
