/** `lab verify [ID…]`: run recorded experiments and searches anew, all of their runs or a sample, and compare, bit for bit; judge every claim. */
import { openKernel } from '../kernel.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { reproduce } from '../verify/reproduce.ts';
import { sampleText, type Sample } from '../verify/sample.ts';
import { openPool } from '../training/train.ts';

/** `sample`: undefined for all runs. Returns the exit code: 1 if anything differs. */
export async function verifyCommand(ids: string[], library: Library = openLibrary(), sample?: Sample): Promise<number> {
  const { kernel, hash } = await openKernel();
  const kernelName = library.kernelName(hash);
  const pool = openPool();
  if (sample) console.log(sampleText(sample));
  const { problems, trained, runs, begun, judged, claims, skipped } = await reproduce(ids, { library, pool, kernel, kernelName, sample }).finally(() =>
    pool.close(),
  );
  const failures = [...problems, ...(ids.length === 0 ? orphans(library) : [])];
  for (const failure of failures) console.error(`  ${failure}`);
  for (const reason of skipped) console.log(`  not trained: ${reason}`);
  const success = sample
    ? `${trained} of ${runs} runs reproduced bit for bit; ${judged} of ${claims} claims judged anew from recorded values, every claim as expected${begun > 0 ? `; of ${begun} long runs, the first epoch` : ''}`
    : `${trained} runs reproduced bit for bit, every claim as expected`;
  console.log(failures.length === 0 ? success : `${failures.length} ${failures.length === 1 ? 'problem' : 'problems'}`);
  return failures.length === 0 ? 0 : 1;
}

function orphans(library: Library): string[] {
  const without = (ids: string[], recorded: string[]) => recorded.filter((id) => !ids.includes(id));
  const { searches, maps } = library;
  const mapped = () => library.ids().filter((id) => library.experiment(id).map !== undefined);
  return [
    ...without(library.ids(), library.recorded()).map((id) => `${id}: a recording without an experiment; delete content/recordings/${id}.json`),
    ...(maps.recorded().length > 0 ? without(mapped(), maps.recorded()) : []).map(
      (id) => `${id}: the recording of a map without a map; delete content/recordings/maps/${id}.json`,
    ),
    ...without(searches.ids(), searches.recorded()).map((id) => `${id}: a recording without a search; delete content/recordings/searches/${id}.json`),
  ];
}
