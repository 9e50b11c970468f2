import { describe, expect, it } from 'vitest';
import { address, normalizeBase } from '../../src/site/address.ts';

describe('address', () => {
  it('is a project page unless told otherwise; the base may be empty, which is the root', () => {
    expect(address({}).base).toBe('/fully-connected/');
    expect(address({ BASE_PATH: '' }).base).toBe('/');
    expect(address({ BASE_PATH: '/' }).base).toBe('/');
  });

  it('takes the repository from GitHub Actions, and an empty variable as none', () => {
    const actions = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'someone/book' };
    expect(address(actions).repository).toBe('https://github.com/someone/book');
    expect(address({ ...actions, REPOSITORY: '' }).repository).toBe('https://github.com/someone/book');
    expect(address({ ...actions, REPOSITORY: 'https://example.org/r/' }).repository).toBe('https://example.org/r');
  });

  it.each(['book', '/book', 'book/', '/book/', '//book//'])('reads the base path %s as /book/', (path) => {
    expect(normalizeBase(path)).toBe('/book/');
  });

  it.each(['example.org', 'ftp://example.org', 'javascript:alert(1)'])('refuses the site %s', (site) => {
    expect(() => address({ SITE: site })).toThrow(`SITE is "${site}"; it must be an absolute address`);
  });
});
