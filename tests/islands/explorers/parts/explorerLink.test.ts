import { expect, it } from 'vitest';
import { explorerLink, readExplorerLink } from '../../../../src/islands/explorers/parts/explorerLink.ts';
import { linkTarget } from '../../../../src/islands/experiment/draft/linkTarget.ts';

it('writes an address that reads back, with readable lists', () => {
  const hash = explorerLink('stepper', '3', { w1: '1,-2,1/3', note: 'a&b=c' });
  expect(hash).toBe('#stepper=3&w1=1,-2,1/3&note=a%26b%3Dc');
  expect(readExplorerLink(hash, 'stepper')).toEqual(new Map([['stepper', '3'], ['w1', '1,-2,1/3'], ['note', 'a&b=c']])); // prettier-ignore
});

it.each(['', '#', '#stepper', '#stepper-title', '#v=1&experiment=stepper', '#experiment=x&stepper=3', '#activations=relu', `#stepper=${'1'.repeat(5000)}`])(
  'leaves “%.40s” alone',
  (hash) => expect(readExplorerLink(hash, 'stepper')).toBeUndefined(),
);

it('is no link of an experiment', () => {
  expect(linkTarget(explorerLink('stepper', '3', { lr: '0.5' }), 'any', ['any'])).toEqual({ kind: 'none' });
});
