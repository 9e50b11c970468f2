/** Numbers in the notations of other people's files: the number that is meant, or a refusal; never categories without a word. */
import { describe, expect, test } from 'vitest';
import { DataFileError } from '../../src/datasets/dataFileError.ts';
import { decodeText } from '../../src/datasets/csv/decode.ts';
import { readTable, type TableOptions } from '../../src/datasets/csv/readTable.ts';

const read = (text: string, options?: TableOptions) => readTable(text, 'own.csv', options);
/** A file parted by semicolons with the column `x` and another that says nothing. */
const column = (cells: readonly string[], other = 'a', delimiter = ';') =>
  read(`x${delimiter}other\n${cells.map((cell) => `${cell.includes(delimiter) ? `"${cell}"` : cell}${delimiter}${other}`).join('\n')}\n`).columns[0]!;
const values = (cells: readonly string[], other?: string, delimiter?: string) => {
  const { kind, values } = column(cells, other, delimiter);
  expect(kind).toBe('numeric');
  return Array.from(values);
};

describe('a column of numbers in another notation is read', () => {
  test.each<[string, string[], number[]]>([
    ['decimal comma', ['1,5', '2,25', '3'], [1.5, 2.25, 3]],
    ['decimal comma with three decimals below one', ['0,500', '0,250'], [0.5, 0.25]],
    ['decimal comma in few of many', ['47', '65,9', '124', '108'], [47, 65.9, 124, 108]],
    ['decimal comma with points for thousands', ['1.234,5', '12', '1.000.000'], [1234.5, 12, 1e6]],
    ['thousands by commas', ['1,234.5', '999', '1,000,000'], [1234.5, 999, 1e6]],
    ['thousands by commas alone, twice in one number', ['1,234,567', '1,234'], [1234567, 1234]],
    ['thousands by spaces of any width', ['1 234,5', '12\u00a0345', '1\u202f234\u202f567,25', '7'], [1234.5, 12345, 1234567.25, 7]],
    ['thousands by apostrophes', ["1'234.5", '12’345', '7'], [1234.5, 12345, 7]],
    ['thousands by underscores', ['1_234', '7'], [1234, 7]],
    ['groups of two, as in India', ['12,34,567', '1,234.5'], [1234567, 1234.5]],
    ['percent', ['12%', '12.5 %', '-3%'], [0.12, 0.125, -0.03]],
    ['percent with a decimal comma', ['12,5 %', '3,25%'], [0.125, 0.0325]],
    ['per mille', ['5‰', '12‰'], [0.005, 0.012]],
    ['a currency before', ['$5', '$1,234.50', '-$3', '$-4'], [5, 1234.5, -3, -4]],
    ['a currency behind', ['5,00 €', '1.234,50 €'], [5, 1234.5]],
    ['a currency as a code', ['EUR 5', '7 EUR', '8'], [5, 7, 8]],
    ['losses in parentheses', ['(5)', '3', '(1,234.5)'], [-5, 3, -1234.5]],
    ['amounts as accountants see them', ['$ (1,234.00)', '$ 5,000.00', '($3)'], [-1234, 5000, -3]],
    ['a minus of the printer', ['−5', '–2.5', '3'], [-5, -2.5, 3]],
    ['a minus behind', ['5-', '3'], [-5, 3]],
    ['exponents of Fortran', ['1.5D+03', '2.0d-01'], [1500, 0.2]],
    ['exponents of print', ['1.5×10^3', '2·10⁻²', '3 x 10^-1', '4'], [1500, 0.02, 0.3, 4]],
    ['a unit', ['5 kg', '7.5 kg'], [5, 7.5]],
    ['a unit without a space', ['5cm', '7.5cm'], [5, 7.5]],
    ['no cents', ['CHF 5.–', 'CHF 6.50'], [5, 6.5]],
    ['no cents, with a comma', ['5,-', '6,50', '7,--'], [5, 6.5, 7]],
    ['thousands by other signs like apostrophes', ['1ʼ234', '12′345'], [1234, 12345]],
    ['wide forms', ['－１．５', '＋２', '３'], [-1.5, 2, 3]],
    ['percent in wide and in Arabic form', ['12％', '٥٪'], [0.12, 0.05]],
    ['digits of India, Bengal and Thailand', ['१२', '৩৪', '๕๖'], [12, 34, 56]],
    ['a unit without a space, in Japan', ['500円', '1,234.5円'], [500, 1234.5]],
    ['marks of direction', ['\u200f1', '2\u200e', '\u200b3'], [1, 2, 3]],
    ['digits of other scripts', ['١٫٥', '٢'], [1.5, 2]],
    ['wide digits', ['１２', '７'], [12, 7]],
  ])('%s', (_, cells, expected) => {
    expect(values(cells)).toEqual(expected);
  });

  test('thousands by commas, quoted where commas part the cells', () => {
    const { columns, remarks } = read('area,price\n"7,759","126,490"\n"8,578","360,488"\n');
    expect(columns.map(({ values }) => Array.from(values))).toEqual([
      [7759, 8578],
      [126490, 360488],
    ]);
    expect(remarks).toEqual(['"area", "price": thousands parted by ",".']);
  });

  test('what could be two numbers is decided by the other columns of the file', () => {
    expect(values(['1,234', '5,678'], '2,5')).toEqual([1.234, 5.678]);
    expect(values(['1,234', '5,678'], '2.5')).toEqual([1234, 5678]);
    // A point is a decimal mark where nothing speaks against it.
    expect(values(['1.234', '5.678'])).toEqual([1.234, 5.678]);
  });

  test('what was not plain is said', () => {
    expect(read('x;y\n1,5;3%\n2,5;4%\n').remarks).toEqual(['"x": decimal comma.', '"y": 12% read as 0.12.']);
  });

  test('and so is what reads otherwise than it may be meant', () => {
    expect(read('zip;loss;grade\n01234;(5);1-\n10001;3;2\n').remarks).toEqual([
      '"zip": zeros at the beginning are left out, as of "01234"; make codes categorical.',
      '"loss": (5) read as -5.',
      '"grade": 5- read as -5.',
    ]);
  });

  test('a point with three digits behind it, where commas do not part the cells, is said to be one', () => {
    expect(read('x;y\n12.345;1\n45.678;2\n').remarks).toEqual(['"x": "12.345" read with a decimal point, not as 12345.']);
    // Where another column has a decimal point for sure, and where commas part the cells, there is no doubt.
    expect(read('x;y\n12.345;1.5\n45.678;2.5\n').remarks).toEqual([]);
    expect(read('x,y\n12.345,1\n45.678,2\n').remarks).toEqual([]);
  });

  test('a number that may be of a version is said', () => {
    expect(read('version,y\n1.9,1\n1.10,2\n').remarks).toEqual(['"version": "1.10" read as 1.1; make numbers of versions categorical.']);
    expect(read('price,y\n1.90,1\n1.10,2\n').remarks).toEqual([]);
  });

  test('the semicolon parts, not the comma in a name', () => {
    expect(read('Preis, EUR;Menge\n1,5;3\n2,5;4\n').columns).toMatchObject([
      { name: 'Preis, EUR', values: Float64Array.of(1.5, 2.5) },
      { name: 'Menge', values: Float64Array.of(3, 4) },
    ]);
  });
});

describe('a column that looks like numbers but is none without a guess is refused', () => {
  test.each<[string, string[], string, string | undefined]>([
    ['one number or another', ['1,234', '5,678'], 'row 2, column "x": found "1,234", which can be read in two ways; allowed: numbers without', undefined],
    ['the same with points, beside decimal commas', ['1.234', '5.678'], 'found "1.234", which can be read in two ways', '2,5'],
    ['two decimal marks', ['1,5', '2.5'], 'row 3, column "x": found "2.5", which does not go with the cells above it', undefined],
    ['two units', ['5 kg', '300 g'], 'row 3, column "x": found "300 g" in a column with "kg"; allowed: the same unit', undefined],
    ['two currencies', ['$5', '€5'], 'row 3, column "x": found "€5" in a column with "$"', undefined],
    ['percent in some cells', ['12%', '0.5'], 'row 3, column "x": found "0.5" in a column with "%"', undefined],
    ['fractions', ['1/2', '3/4'], 'found "1/2"; allowed: a finite number such as 1.5', undefined],
    ['hexadecimal numbers', ['0x1F', '0x20'], 'found "0x1F"; allowed: a finite number such as 1.5', undefined],
    ['hexadecimal numbers in capitals', ['0XFF', '0x1A'], 'found "0XFF"; allowed: a finite number such as 1.5', undefined],
    ['signs for fractions', ['½', '1½'], 'found "½"; allowed: a finite number', undefined],
    ['an amount of nothing', ['$ 5,000.00', '$ -'], 'row 3, column "x": found "$ -"; allowed: a finite number', undefined],
    ['formulas in place of their values', ['=A1*2', '=SUM(B1:B3)'], 'found "=A1*2"; allowed: a finite number', undefined],
    ['millions in words', ['1.2 million', '3.4 million'], 'found "1.2 million"; allowed: a finite number', undefined],
    ['millions, short', ['1.2 Mio.', '3.4 Mio.'], 'found "1.2 Mio."; allowed: a finite number', undefined],
    ['ten thousands of China', ['1.5万', '3万'], 'found "1.5万"; allowed: a finite number', undefined],
    ['billions of dollars', ['$1.5B', '$3M'], 'found "$1.5B"; allowed: a finite number', undefined],
    ['a unit right behind decimals', ['1.5GB', '3.0GB'], 'found "1.5GB"; allowed: a finite number', undefined],
    ['notes and powers set high', ['5¹', '6²', '10³'], 'found "5¹"; allowed: a finite number', undefined],
    ['about so much', ['~5', '≈6', 'ca. 7'], 'found "~5"; allowed: a finite number', undefined],
    ['what Python prints', ['np.float64(1.5)', 'tensor(2.5)'], 'found "np.float64(1.5)"; allowed: a finite number', undefined],
    ['something unseen in a number', ['1\u00ad5', '2'], 'found "1\\u00ad5"; allowed: a finite number', undefined],
    ['long numbers with a point', ['9007199254740993.0', '9007199254740992.0'], 'found "9007199254740992.0", of more digits than a number keeps', undefined],
    ['a number too small', ['1e-400', '2'], 'found "1e-400"; allowed: a finite number', undefined],
    ['points in the middle', ['1·5', '2˙5'], 'found "1·5"; allowed: a finite number', undefined],
    ['exponents of Fortran without a sign', ['1.5d3', '2.5d4'], 'found "1.5d3"; allowed: a finite number', undefined],
    ['uncertainties', ['5±0.1', '7.2(1)'], 'found "5±0.1"; allowed: a finite number', undefined],
    ['stars of significance', ['0.5**', '0.7***', '0.9'], 'found "0.5**"; allowed: a finite number', undefined],
    ['degrees and minutes', ['52°31', '48°8'], 'found "52°31"; allowed: a finite number', undefined],
    ['inches', ['5"', '6.5″'], 'allowed: a finite number', undefined],
    ['feet and inches', ["5'11", "6'0"], 'found "5\'11"; allowed: numbers in one notation', undefined],
    ['a latitude', ['52.5N', '48.1N'], 'found "52.5N"; allowed: a finite number', undefined],
    ['numbers in quotation marks of print', ['“1,5”', '„2,5“'], 'found "“1,5”"; allowed: a finite number', undefined],
    ['formulas of a spreadsheet', ['="1.5"', '="2.5"'], 'allowed: a finite number', undefined],
    ['marks of a spreadsheet for text', ["'1.5", "'2.5"], 'found "\'1.5"; allowed: a finite number', undefined],
    ['thousands by points, or three decimals', ['1.234', '12.345', '999'], 'found "1.234", which can be read in two ways', undefined],
    [
      'more digits than a number has',
      ['12345678901234567890', '12345678901234567891'],
      'row 3, column "x": found "12345678901234567891", of more digits than a number keeps',
      undefined,
    ],
    ['errors of a spreadsheet, however many', ['1.5', '#NV', '#WERT!', '#REF!'], 'row 3, column "x": found "#NV"; allowed: a finite number', undefined],
    ['missing values as C prints them', ['-1.#IND', '1.#QNAN', '2.5'], 'found "-1.#IND"', undefined],
    ['magnitudes', ['1.2k', '3M'], 'found "1.2k"; allowed: a finite number such as 1.5', undefined],
    ['missing values, however many', ['?', '?', '?', '1.5'], 'row 2, column "x": found "?"; allowed: a finite number', undefined],
    ['missing values by another name', ['1.5', 'NA', 'NA', 'NA'], 'row 3, column "x": found "NA"', undefined],
    ['a row of units', ['kg', '1.5', '2.5', '3'], 'row 2, column "x": found "kg"; allowed: a finite number such as 1.5 or -2e3', undefined],
  ])('%s', (_, cells, message, other) => {
    expect(() => column(cells, other)).toThrow(DataFileError);
    expect(() => column(cells, other)).toThrow(message);
  });

  test('the first cell is not taken for a unit if it has digits', () => {
    for (const cell of ['<0.01', '5a', '1/2', '[5]']) expect(() => column([cell, '2', '3', '4'])).not.toThrow('row of units');
    expect(() => column(['[m]', '2', '3', '4'])).toThrow('leave out a row of units');
  });

  test('a decimal comma where commas part the cells', () => {
    expect(() => read('x,y\n"1,5",2\n"2,5",3\n')).toThrow('row 2, column "x": found "1,5", a decimal comma in a file whose cells are parted by commas');
    expect(() => read('x,y\n1,5,2\n2,5,3\n')).toThrow('put semicolons between the cells');
  });

  test('and read as categories if asked for', () => {
    expect(read('x;y\n1,5;2\n2,5;3\n', { kinds: { x: 'categorical' } }).columns[0]).toMatchObject({ kind: 'categorical', categories: ['1,5', '2,5'] });
  });
});

describe('words stay categories', () => {
  test.each<[string, string[]]>([
    ['words', ['red', 'blue']],
    ['years of school', ['HS-grad', '11th', '7th-8th', 'Masters']],
    ['ranks', ['1st', '2nd', '3rd']],
    ['classes of a school', ['4A', '4B', '5A']],
    ['ranges', ['10-20', '20-30']],
    ['colors', ['#ff0000', '#00ff00']],
    ['numbers with #', ['#1', '#2']],
    ['incomes', ['<=50K', '>50K']],
    ['numbers of books and of versions', ['978-3-16-148410-0', '1.2.3', '1.10.0']],
    ['addresses', ['192.168.0.1', '10.0.0.1']],
    ['dates', ['2024-01-05', '2024-01-06']],
    ['dates of other countries', ['05.01.2024', '06.01.2024']],
    ['times', ['12:30', '13:45']],
    ['telephone numbers', ['030-1234', '030-5678']],
    ['words with a question mark among them', ['?', 'Private', 'State-gov']],
  ])('%s', (_, cells) => {
    expect(column(cells).kind).toBe('categorical');
  });
});

describe('what programs put around a table', () => {
  const X = { name: 'x', values: Float64Array.of(1, 2) };
  const Y = { name: 'y', values: Float64Array.of(3.5, 4.5) };
  test.each<[string, string, string[]]>([
    ['a blank between delimiter and quotation mark', '"x", "y"\n"1", "3.5"\n"2", "4.5"\n', []],
    ['blanks on both sides of quotation marks', '"x" ,  "y"\n"1" , "3.5"\n"2" , "4.5"\n', []],
    ['the line sep=', 'sep=;\nx;y\n1;3.5\n2;4.5\n', []],
    ['a delimiter at the end of each line', 'x,y,\n1,3.5,\n2,4.5,\n', ['The delimiter at the end of each line is left out.']],
    ['the same, but for the header', 'x,y\n1,3.5,\n2,4.5,\n', ['The delimiter at the end of each line is left out.']],
    ['several delimiters at the end of each line', 'x,y,,\n1,3.5,,\n2,4.5,,\n', ['The delimiters at the end of each line are left out.']],
    ['lines of delimiters alone at the end', 'x,y\n1,3.5\n2,4.5\n,\n,\n', ['Lines without a value at the end of the file are left out.']],
    ['single quotation marks', "'x','y'\n'1','3.5'\n'2','4.5'\n", ["Quotation marks ' around cells are left out."]],
    ['comments', '# made by hand\n# twice\nx,y\n1,3.5\n2,4.5\n', ['2 lines that begin with # are taken for comments.']],
    ['a header in a comment, as NumPy writes it', '# x,y\n1,3.5\n2,4.5\n', []],
    ['numbers of the rows, as pandas writes them', ',x,y\n0,1,3.5\n1,2,4.5\n', ['The first column has no name and counts the rows; it is left out.']],
    ['names of the rows, as R writes them', 'x,y\n"a",1,3.5\n"b",2,4.5\n', ['The first column has no name and names the rows; it is left out.']],
  ])('%s is recognised', (_, text, remarks) => {
    const table = read(text);
    expect(table.columns).toMatchObject([X, Y]);
    expect(table.remarks).toEqual(remarks);
  });

  test('line ends of several systems in one file, and the last character of DOS', () => {
    expect(read('x,y\r\n1,3.5\r2,4.5\n').columns).toMatchObject([X, Y]);
    expect(read('x,t\r\n1,"a\nb"\r2,"c\nd"\n').columns[1]).toMatchObject({ categories: ['a\nb', 'c\nd'] });
    expect(decodeText(new TextEncoder().encode('x,y\r\n1,3.5\r\n\x1a'), 'own.csv').text).toBe('x,y\r\n1,3.5\r\n');
  });

  test.each([
    [
      'a title above the table',
      'Sales 2024\n\nx,y\n1,2\n3,4\n',
      'row 1: found one cell, "Sales 2024", above rows of 2; allowed: the names of the columns in the first row',
    ],
    ['a title as a spreadsheet saves it', 'Sales 2024,,\nx,y,z\n1,2,3\n4,5,6\n', 'row 1: found one cell, "Sales 2024", above rows of 3'],
    ['two tables in one file', 'a,kind\nred,s\nblue,v\na,kind\nred,v\n', 'row 4: found the names of the columns once more; allowed: one table in a file'],
    ['two files in one, with a mark', '\ufeffx,y\n1,2\n\ufeffx,y\n3,4\n', 'row 3: found the names of the columns once more'],
    [
      'whole lines in quotation marks',
      '"x,y"\n"1,2"\n"3,4"\n',
      'row 1: found one cell, "x,y": the whole line is in quotation marks; allowed: quotation marks around single cells',
    ],
    [
      'blanks between quoted cells',
      '"x" "y"\n"1" 0.5\n',
      'a quotation mark out of place (Trailing quote on quoted field is malformed); allowed: cells in pairs of "',
    ],
    ['JSON', '[{"x":1,"y":2},{"x":3,"y":4}]', 'own.csv: found JSON; allowed: a CSV file: names of columns in the first line'],
    ['a page of the web', '<!DOCTYPE html>\n<p>Not found, sorry\n<p>Go home, please\n', 'found a page of the web, or XML'],
    ['commands of SQL', '-- dump\nINSERT INTO t (x,y) VALUES (1,2);\nINSERT INTO t (x,y) VALUES (3,4);\n', 'found commands of SQL'],
    ['ARFF', '% note\n@relation iris\n@attribute x numeric\n@data\n1,a\n', 'found an ARFF file'],
    ['LIBSVM', '+1 1:0.5 2:0.7\n-1 1:0.3 3:0.9\n', 'found a file of LIBSVM'],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n', 'found a pointer of Git LFS in place of the file'],
    ['Markdown', '| x | y |\n|---|---|\n| 1 | 2 |\n', 'found a table of Markdown'],
    ['what psql prints', ' x | y \n---+---\n 1 | 2\n(1 row)\n', 'found a table between drawn lines'],
    ['Parquet', 'PAR1\u0015,\n', 'found a Parquet file'],
  ])('%s is refused by name', (_, text, message) => {
    expect(() => read(text)).toThrow(DataFileError);
    expect(() => read(text)).toThrow(message);
  });

  test('a delimiter between single quotation marks parts nothing', () => {
    expect(read("x,y\n'a, b',1\n'c, d',2\n").columns).toMatchObject([{ categories: ['a, b', 'c, d'] }, { values: Float64Array.of(1, 2) }]);
    // An apostrophe is none.
    expect(read("x,y\n'tis,1\no'clock,2\n").columns[0]).toMatchObject({ categories: ["'tis", "o'clock"] });
  });

  test('a missing header is refused by name, and can be said to be missing', () => {
    const iris = '4.9,3.4,setosa\n6.1,3.1,virginica\n';
    expect(() => read(iris)).toThrow('own.csv, row 1: found "4.9", which looks like data, where the names of the columns are expected');
    expect(() => read('9,79,37.6,1\n7,111,28.8,1\n8,155,36.3,0\n')).toThrow('row 1: found "9", which looks like data');
    expect(() => read('1.5,1.5,0.2,a\n3.4,1.2,0.3,b\n')).toThrow('row 1: found "1.5", which looks like data');
    expect(read(iris, { header: false })).toMatchObject({
      rows: 2,
      columns: [{ name: 'column 1' }, { name: 'column 2' }, { categories: ['setosa', 'virginica'] }],
    });
    expect(read('1.5,2.5\n3,4\n', { header: true })).toMatchObject({ rows: 1, columns: [{ name: '1.5' }, { name: '2.5' }] });
  });

  test('years and numbers in order are names', () => {
    expect(read('country,1990,1991\nA,1.5,2\nB,3,4\n').columns.map(({ name }) => name)).toEqual(['country', '1990', '1991']);
    expect(read('0,1,2\n1.5,2,7\n3,4,9\n').columns.map(({ name }) => name)).toEqual(['0', '1', '2']);
  });

  test('rows are counted from the top of the file', () => {
    expect(() => read('sep=;\n# note\nx;y\n1;2\n2;oops\n3;4\n')).toThrow('own.csv, row 5, column "y": found "oops"');
  });

  test('a column that is left out is not checked', () => {
    expect(read('id,x,y\na,1,2\n,2,3\n', { without: ['id'] }).columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(() => read('x,y\n1,2\n', { without: ['z'] })).toThrow('own.csv: found the column to leave out "z"; allowed: one of "x", "y".');
  });
});
