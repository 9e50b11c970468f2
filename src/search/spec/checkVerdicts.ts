/** Whether the claims about a search speak of what is there. */
import { armsOf } from '../../experiments/spec/armsOf.ts';
import { formatFound, type Report } from '../../schema/problem.ts';
import { splitSizes } from '../../experiments/configuration/splitSizes.ts';
import type { Search, SearchVerdict } from '../search.ts';
import { namesOf } from '../comparedNames.ts';

export function checkVerdicts(search: Search, report: Report): void {
  search.verdicts.forEach((verdict, index) => checkVerdict(search, verdict, (at, found, allowed) => report(['verdict', index, ...at], found, allowed)));
}

function checkVerdict(search: Search, verdict: SearchVerdict, report: Report): void {
  const { claim, ranking, chooses, strategy, on } = verdict;
  const names = namesOf(search);
  if (!claim) report(['claim'], 'nothing', 'the sentence that is judged, here or as the search’s claim');
  const forms = [ranking, chooses].filter((form) => form !== undefined).length;
  if (forms !== 1) report([], `${forms === 0 ? 'neither' : 'both'} of ranking and chooses`, 'exactly one of the two');
  ranking?.forEach((name, place) => {
    if (!names.includes(name)) report(['ranking', place], formatFound(name), `one of ${names.join(', ')}`);
    else if (ranking.indexOf(name) < place) report(['ranking', place], `${formatFound(name)} a second time`, 'each name once');
  });
  if (chooses) {
    if (search.strategies[0]!.name === 'tuned') report(['chooses'], 'a choice of a tuned comparison', 'ranking: an arm’s setting is chosen once for all seeds');
    const paths = search.space.map(({ path }) => path);
    for (const path of Object.keys(chooses)) if (!paths.includes(path)) report(['chooses', path], formatFound(path), `one of ${paths.join(', ')}`);
    for (const { path, ...dimension } of search.space) {
      const [claimed, searched] = [chooses[path], dimension.kind === 'list' ? dimension.values : undefined];
      claimed?.forEach((value, place) => {
        if (searched && !searched.some((one) => JSON.stringify(one) === JSON.stringify(value)))
          report(['chooses', path, place], formatFound(value), `one of ${searched.map((one) => JSON.stringify(one)).join(', ')}`);
      });
    }
  }
  if (strategy !== undefined && !names.includes(strategy)) report(['strategy'], formatFound(strategy), `one of ${names.join(', ')}`);
  if (on === 'test') checkTest(search, report);
}

function checkTest(search: Search, report: Report): void {
  const { configuration, at } = search;
  if (at !== 'final')
    report(['on'], `test with search.at ${at}`, 'found, or search.at final: the best epoch on the test split would be chosen by the test split');
  const arms = search.axes.length > 0 ? armsOf(search, []) : [{ configuration }];
  if (arms.some((arm) => splitSizes(arm.configuration).test === 0)) report(['on'], 'test', 'found, or a test split: see split.test');
}
