import { expect, test } from 'vitest';
import { mendHash } from '../../../src/site/intent/mendHash.ts';

const WHOLE = '#v=1&experiment=circles-units&lr=0.02&hidden=16,16';
const encoded = (times: number): string => Array.from({ length: times }).reduce<string>(encodeURIComponent as (text: string) => string, WHOLE.slice(1));

test.each<[string, string]>([
  ['a link as it was made', WHOLE],
  ['ampersands as HTML writes them', WHOLE.replaceAll('&', '&amp;')],
  ['the same twice', WHOLE.replaceAll('&', '&amp;amp;')],
  ['ampersands as numbers', WHOLE.replaceAll('&', '&#38;')],
  ['ampersands as JSON writes them', WHOLE.replaceAll('&', '\\u0026')],
  ['ampersands as a shell has them', WHOLE.replaceAll('&', '\\&')],
  ['semicolons for ampersands', WHOLE.replaceAll('&', ';')],
  ['equals signs as numbers', WHOLE.replaceAll('=', '&#61;')],
  ['equals signs of quoted-printable mail', WHOLE.replaceAll('=', '=3D')],
  ['everything percent-encoded', `#${encoded(1)}`],
  ['the same twice', `#${encoded(2)}`],
  ['the same three times', `#${encoded(3)}`],
  ['with its own #', `#${encodeURIComponent(WHOLE)}`],
  ['ampersands percent-encoded', WHOLE.replaceAll('&', '%26')],
  ['ampersands percent-encoded twice', WHOLE.replaceAll('&', '%2526')],
  ['equals signs percent-encoded', WHOLE.replaceAll('=', '%3D')],
  ['percent-encoded after HTML', `#${encodeURIComponent(WHOLE.slice(1).replaceAll('&', '&amp;'))}`],
  ['a blank after an ampersand, where a line was broken', WHOLE.replace('&lr', '&%0Alr')],
  ['two #', `#${WHOLE}`],
  ['a slash or a mark of old applications', WHOLE.replace('#', '#!/')],
  ['the full stop of a sentence', `${WHOLE}.`],
  ['a parenthesis and a comma', `${WHOLE}),`],
  ['the brackets of a mail', `${WHOLE}>`],
  ['the stars of a bold word', `${WHOLE}**`],
  ['an ellipsis', `${WHOLE}%E2%80%A6`],
  ['a blank', `${WHOLE}%20`],
  ['a full stop of China', `${WHOLE}%E3%80%82`],
])('%s', (_, hash) => {
  expect(mendHash(hash)).toBe(WHOLE);
});

test.each([
  ['#search=search-momentum&amp;v=1&amp;seed=2.', '#search=search-momentum&v=1&seed=2'],
  ['#stepper%3D5%26lr%3D0.05', '#stepper=5&lr=0.05'],
])('links to searches and explorers, too: %s', (hash, whole) => {
  expect(mendHash(hash)).toBe(whole);
});

test.each(['#v=1&experiment=a&compare.network.activation=relu~tanh%20(wide)', '#v=1&experiment=a&lr=0.02&compare.how=50%25%20off~a%26b'])(
  '%s, whose labels have such marks, stays',
  (hash) => {
    expect(mendHash(hash)).toBe(hash);
  },
);

test.each(['', '#a-heading.', '#%C3%BCber-uns', '#%E0%A4%A', '#100%'])('%s, which is no link, stays', (hash) => {
  expect(mendHash(hash)).toBe(hash);
});
