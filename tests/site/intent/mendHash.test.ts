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
  ['ampersands of HTML without their semicolon', WHOLE.replaceAll('&', '&amp')],
  ['the same with it encoded', WHOLE.replaceAll('&', '&amp%3B')],
  ['wide marks', WHOLE.replaceAll('&', '%EF%BC%86').replaceAll('=', '%EF%BC%9D')],
  ['a soft hyphen in a key', WHOLE.replace('experiment', 'experi%C2%ADment')],
  ['a soft hyphen in a name', WHOLE.replace('circles-', 'circles-\u00ad')],
  ['a blank without width', WHOLE.replace('&lr', '&%E2%80%8Blr')],
  ['a line broken in a key', WHOLE.replace('experiment', 'exper%0D%0Aiment')],
  ['a line broken in a name', WHOLE.replace('circles-', 'circles-\n')],
  ['a line broken by quoted-printable mail', WHOLE.replace('circles', 'circ=%0Ales')],
  ['a hyphen that does not break', WHOLE.replace('circles-', 'circles%E2%80%91')],
  ['a dash for the hyphen', WHOLE.replace('circles-', 'circles–')],
  ['a hyphen as Markdown escapes it', WHOLE.replace('circles-', 'circles%5C-')],
  ['the capital letter of a telephone', WHOLE.replace('v=', 'V=')],
  ['a key with a capital letter', WHOLE.replace('experiment', 'Experiment')],
  ['blanks around an equals sign', WHOLE.replace('lr=', 'lr%20=%20')],
  ['a quotation mark before it', WHOLE.replace('#', '#%E2%80%9C')],
  ['something unseen before it', WHOLE.replace('#', '#%E2%80%8B')],
  ['a # encoded before it', WHOLE.replace('#', '#%23')],
  ['the same link once more', `${WHOLE}${WHOLE}`],
  ['an anchor behind it', `${WHOLE}#top`],
  ['the end of a tag', `${WHOLE}%3C/a%3E`],
  ['a bracket as HTML writes it', `${WHOLE}&gt;`],
  ['a quotation mark as HTML writes it', `${WHOLE}&quot;.`],
  ['a backslash', `${WHOLE}%5C`],
  ['a dash', `${WHOLE}%E2%80%93`],
  ['an equals sign', `${WHOLE}=`],
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

test('a list that is empty keeps its equals sign', () => {
  expect(mendHash('#experiment=a&v=1&hidden=')).toBe('#experiment=a&v=1&hidden=');
});

test.each(['', '#a-heading.', '#%C3%BCber-uns', '#%E0%A4%A', '#100%'])('%s, which is no link, stays', (hash) => {
  expect(mendHash(hash)).toBe(hash);
});
