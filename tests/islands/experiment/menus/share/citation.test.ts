import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { expect, it } from 'vitest';
import { bibtex, plainCitation, type Cited } from '../../../../../src/islands/experiment/menus/share/citation.ts';

const cited: Cited = {
  experiment: { id: 'small-rate', title: 'Adam & SGD at 50 % of the rate' },
  recording: { spec: '0123456789abcdef', kernel: 'fedcba9876543210' },
  publication: {
    name: 'Experiment 2.3',
    address: 'https://example.org/rates/#experiment-small-rate',
    embed: 'https://example.org/embed/small-rate/',
    guide: '/sharing/',
    version: '1.2.3',
    date: '2026-11-05',
  },
};

it('names what it takes to find the experiment, and to know that it is the same', () => {
  expect(plainCitation(cited)).toBe(
    '“Adam & SGD at 50 % of the rate.” Experiment 2.3 of Fully Connected, a handbook of small fully connected networks, version 1.2.3, 5 November 2026. ' +
      'Spec 0123456789abcdef, kernel fedcba9876543210. https://example.org/rates/#experiment-small-rate',
  );
});

it('is BibTeX that a reader of BibTeX understands', () => {
  const [entry] = new Cite(bibtex(cited)).data as Record<string, unknown>[];
  expect(entry).toMatchObject({
    'citation-key': 'fully-connected-small-rate',
    title: 'Adam & SGD at 50 % of the rate',
    URL: 'https://example.org/rates/#experiment-small-rate',
    issued: { 'date-parts': [[2026, 11, 5]] },
    note: 'Spec 0123456789abcdef, kernel fedcba9876543210',
  });
});

it('leaves a date out that is not known', () => {
  const undated = { ...cited, publication: { ...cited.publication } };
  delete undated.publication.date;
  expect(plainCitation(undated)).toContain('version 1.2.3. Spec');
  expect(bibtex(undated)).not.toMatch(/year|date/);
});
