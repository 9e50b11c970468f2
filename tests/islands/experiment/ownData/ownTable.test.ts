import { expect, test } from 'vitest';
import { MAX_BYTES, optionsOf, readOwnTable } from '../../../../src/islands/experiment/ownData/ownTable.ts';

const file = (text: string, size = text.length) => ({ name: 'own.csv', size, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });

test('a table, as the data room reads it', async () => {
  expect(await readOwnTable(file('a,b\n1,x\n2,y\n'))).toMatchObject({ file: 'own.csv', rows: 2, columns: [{ name: 'a' }, { name: 'b' }] });
});

test('a file that is too large is refused before it is read', async () => {
  const unread = { ...file('', MAX_BYTES + 1), arrayBuffer: () => Promise.reject(new Error('it was read')) };
  await expect(readOwnTable(unread)).rejects.toThrow('own.csv: found 51 MB; allowed: at most 50 MB and 100000 rows.');
});

test('no more rows than an experiment takes', async () => {
  const rows = (count: number) => file(`a,b\n${'1,2\n'.repeat(count)}`);
  expect((await readOwnTable(rows(100_000))).rows).toBe(100_000);
  await expect(readOwnTable(rows(100_001))).rejects.toThrow('own.csv: found more than 100000 rows; allowed: at most 100000.');
});

test('columns are left out, and taken for another kind than they look', async () => {
  const text = 'id,zip,size,side\n1,8001,2.5,x\n2,8002,?,y\n3,8001,3.5,x\n';
  // Nothing of what is left out is checked.
  const table = await readOwnTable(file(text), optionsOf({ id: 'left out', size: 'left out', zip: 'categorical' }));
  expect(table.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['zip categorical', 'side categorical']);
  await expect(readOwnTable(file(text), optionsOf({}))).rejects.toThrow('row 3, column "size"');
});
