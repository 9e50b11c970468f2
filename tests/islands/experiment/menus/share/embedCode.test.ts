import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { embedAddress, embedCode } from '../../../../../src/islands/experiment/menus/share/embedCode.ts';

const publication = { embed: 'https://example.org/embed/moons/' };

it('puts the theme before the hash of a shared link', () => {
  expect(embedAddress(publication, 'reader', '')).toBe('https://example.org/embed/moons/');
  expect(embedAddress(publication, 'dark', '#v=1&experiment=moons&lr=0.5')).toBe('https://example.org/embed/moons/?theme=dark#v=1&experiment=moons&lr=0.5');
});

it('writes a frame that has a title and keeps every character of its address', () => {
  const address = 'https://example.org/embed/moons/#v=1&experiment=moons&a="<b>';
  const frame = parseHTML(`<body>${embedCode(address, 'Rates "a" & <b>')}</body>`).document.querySelector('iframe')!;
  expect(frame.getAttribute('src')).toBe(address);
  expect(frame.getAttribute('title')).toBe('Rates "a" & <b>');
  expect(frame.getAttribute('loading')).toBe('lazy');
});
