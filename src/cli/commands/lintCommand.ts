/** `lab lint [FILE|ID…]`: check specs without running them; published ones must also make a claim. */
import { SpecError } from '../../experiments/spec/spec.ts';
import { openLibrary, type Library } from '../library/library.ts';
import { UserError } from '../userError.ts';

/** Returns the exit code: 1 if a spec is not in order. */
export function lintCommand(filesOrIds: string[], library: Library = openLibrary()): number {
  const { searches } = library;
  const published = [...library.ids(), ...searches.ids()];
  const all = filesOrIds.length > 0 ? filesOrIds : published;
  let failed = 0;
  for (const fileOrId of all) {
    try {
      const isSearch = searches.ids().includes(fileOrId);
      if (isSearch && library.ids().includes(fileOrId)) throw new UserError(`${fileOrId} is the id of an experiment and of a search; rename one of the files.`);
      const { claim, verdicts, title, id } = isSearch ? searches.spec(fileOrId) : library.experiment(fileOrId);
      if (published.includes(fileOrId) && (claim === '' || verdicts.length === 0 || title === id)) {
        throw new SpecError(`content/${isSearch ? 'searches' : 'experiments'}/${id}.yaml`, [
          { path: 'the whole file', found: 'no title, claim or verdict', allowed: `all three in a published ${isSearch ? 'search' : 'experiment'}` },
        ]);
      }
    } catch (error) {
      failed++;
      console.error((error as Error).message);
    }
  }
  console.log(failed === 0 ? `${all.length} ${all.length === 1 ? 'spec' : 'specs'} in order` : `${failed} of ${all.length} specs not in order`);
  return failed === 0 ? 0 : 1;
}
