import { expect, test } from 'vitest';
import { mendHash } from '../../../src/islands/controls/mendHash.ts';

const WHOLE = '#v=1&experiment=circles-units&lr=0.02&hidden=16,16';

test.each<[string, string]>([
  ['a link as it was made', WHOLE],
  ['ampersands as HTML writes them', WHOLE.replaceAll('&', '&amp;')],
  ['ampersands as numbers', WHOLE.replaceAll('&', '&#38;')],
  ['everything percent-encoded', `#${encodeURIComponent(WHOLE.slice(1))}`],
  ['percent-encoded after HTML', `#${encodeURIComponent(WHOLE.slice(1).replaceAll('&', '&amp;'))}`],
  ['the full stop of a sentence', `${WHOLE}.`],
  ['a parenthesis and a comma', `${WHOLE}),`],
  ['the brackets of a mail', `${WHOLE}>`],
])('%s', (_, hash) => {
  expect(mendHash(hash)).toBe(WHOLE);
});

test.each(['', '#a-heading.', '#what%3Dever', '#%E0%A4%A'])('%s, which is no link to an experiment, stays', (hash) => {
  expect(mendHash(hash)).toBe(hash);
});
