import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../../src/islands/experiment/draft/linkTarget.ts';

const ids = ['first', 'second'];

describe('linkTarget', () => {
  it('leaves the anchors of headings alone', () => {
    expect(linkTarget('', 'first', ids).kind).toBe('none');
    expect(linkTarget('#equal-epochs', 'first', ids).kind).toBe('none');
    expect(linkTarget('#experiment-first', 'first', ids).kind).toBe('none');
  });

  it('gives a link to the island that it names', () => {
    expect(linkTarget('#experiment=second&v=1', 'first', ids).kind).toBe('none');
    expect(linkTarget('#experiment=second&v=1', 'second', ids).kind).toBe('mine');
    expect(linkTarget('#v=1&experiment=second', 'second', ids).kind).toBe('mine');
  });

  it('has the first island speak of an experiment that is not there, whatever it is called', () => {
    for (const name of ['nowhere', '%3Cscript%3E', '%E0%A4%A', '__proto__', '']) {
      expect(linkTarget(`#experiment=${name}`, 'first', ids).kind).toBe('unknown');
      expect(linkTarget(`#experiment=${name}`, 'second', ids).kind).toBe('none');
    }
    const long = linkTarget(`#experiment=${'x'.repeat(5000)}`, 'first', ids);
    expect(long.kind === 'unknown' && long.notice.length).toBeLessThan(300);
  });
});
