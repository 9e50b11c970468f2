/** Links to experiments and searches: whatever they hold, the page has an experiment within its ranges, and says what it refused. */
import fc from 'fast-check';
import { SHORT_KEYS, STATE_KEYS } from '../../src/experiments/change/shareKeys.ts';
import { decodeHash, encodeHash, SEED } from '../../src/experiments/change/share.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { settingsOf } from '../../src/experiments/settings/settings.ts';
import { linkTarget } from '../../src/islands/experiment/draft/linkTarget.ts';
import { chosenSearch } from '../../src/search/change/searchChoice.ts';
import { searchOf } from '../../src/search/change/searchLink.ts';
import { decodeSearchHash, SEARCH_KEYS } from '../../src/search/change/shareSearch.ts';
import { mendHash } from '../../src/site/intent/mendHash.ts';
import { checkExperiment, experiments, searches } from './experiments.ts';
import { must, tryAll, type Finding } from './finding.ts';
import { hostileText } from './hostile.ts';

interface Link {
  experiment: Experiment;
  hash: string;
}

const names = new Map(experiments.map((experiment) => [experiment, settingsOf(experiment)]));

/** Near what the site makes itself, and far from it. */
function linksTo(experiment: Experiment): fc.Arbitrary<Link> {
  const settings = names.get(experiment)!;
  const near = fc.constantFrom(...settings).chain((setting) => {
    const value =
      setting.kind === 'choice'
        ? fc.constantFrom(...setting.options.map(({ name }) => name))
        : setting.kind === 'number'
          ? fc.constantFrom(setting.range.min, setting.range.max, setting.value * 2, setting.range.max * 10, setting.range.min - 1).map(String)
          : hostileText;
    return fc.tuple(fc.constant(setting.path), value);
  });
  const compared = experiment.axes.map(({ name }) => `compare.${name}`);
  const keys = [
    ...Object.keys(SHORT_KEYS),
    ...Object.keys(STATE_KEYS),
    ...settings.map(({ path }) => path),
    ...compared,
    '__proto__',
    'compare.',
    'compare.__proto__',
    'dataset.',
    '',
  ];
  const far = fc.tuple(fc.oneof(fc.constantFrom(...keys), hostileText), hostileText);
  const parts = fc.array(fc.oneof(near, far), { maxLength: 6 });
  const coded = fc.constantFrom(encodeURIComponent, String, (text: string) => encodeURIComponent(encodeURIComponent(text)));
  return fc
    .tuple(
      parts,
      coded,
      fc.constantFrom('#v=1&', '#v=1&amp;', '#', '#v=2&', '#v%3D1%26', '#%23v%3D1%26', '#v=1%26', '#v&#61;1&', '#v=3D1&', '#!/v=1;'),
      fc.constantFrom('', '.', ')', '&', '%', '%E2%80%A6', '**', '%250A'),
    )
    .map(([pairs, code, start, end]) => {
      const safe = (text: string) => code(text.toWellFormed());
      return { experiment, hash: `${start}experiment=${experiment.id}&${pairs.map(([key, value]) => `${safe(key)}=${safe(value)}`).join('&')}${end}` };
    });
}

export function fuzzLinks(count: number, seed: number, timed: boolean): Promise<Finding[]> {
  const links = fc.sample(fc.constantFrom(...experiments).chain(linksTo), { numRuns: Math.ceil(count / 2), seed });
  const queries = fc.sample(
    fc.record({
      search: fc.constantFrom(...searches),
      pairs: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(SEARCH_KEYS), 'space.lr', 'space.', 'space.__proto__'), hostileText), hostileText), {
        maxLength: 5,
      }),
    }),
    { numRuns: Math.floor(count / 2), seed },
  );
  const ofExperiments = tryAll(links, { attempt: tryLink, isExpected: () => false, show: ({ hash }) => hash, timed });
  const ofSearches = tryAll(queries, {
    attempt({ search, pairs }) {
      const hash = `#search=${search.id}&v=1&${pairs.map(([key, value]) => `${encodeURIComponent(key.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`;
      must(searchOf(hash) === undefined || searchOf(hash) === search.id, 'the link is about its search');
      const { choice, seed: given } = decodeSearchHash(hash, search);
      must(given >= SEED.min && given <= SEED.max, `the seed is within its range: ${given}`);
      must('search' in chosenSearch(search, choice), 'what a link chooses can be searched');
    },
    isExpected: () => false,
    show: ({ search, pairs }) => `${search.id} ${JSON.stringify(pairs)}`,
    timed,
  });
  return Promise.all([ofExperiments, ofSearches]).then((found) => found.flat());
}

function tryLink({ experiment, hash }: Link): void {
  const mended = mendHash(hash);
  linkTarget(mended, experiment.id, [experiment.id]);
  const shared = decodeHash(mended, experiment);
  for (const { why } of shared.refused) must(why.length > 0 && !/undefined|NaN|\[object/.test(why), `a refusal is for people: ${why}`);
  must(shared.seed === undefined || (shared.seed >= SEED.min && shared.seed <= SEED.max), 'the seed is within its range');
  if (shared.changes.length === 0) return;
  checkExperiment(shared.experiment);
  const again = decodeHash(mendHash(encodeHash(experiment, shared.experiment)), experiment);
  must(again.refused.length === 0, `a link that the site makes of it is not refused: ${JSON.stringify(again.refused)}`);
}
