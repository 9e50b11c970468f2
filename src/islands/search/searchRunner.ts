/** Where the runs of a search are trained in a page. */
import { Fault } from '../../faults/fault.ts';
import type { Runner } from '../../search/run/runner.ts';
import { faultOf } from '../experiment/report/faultOf.ts';

/** One that could not be done because a part of the page has not come rejects: so would all after it, and none says anything of its setting. */
export function searchRunner(runner: Runner): Runner {
  return {
    atOnce: runner.atOnce,
    start(run) {
      const { done, cancel } = runner.start(run);
      const loaded = done.then((result) => {
        const error = faultOf([result]);
        if (error instanceof Fault && error.isOfLoading) throw error;
        return result;
      });
      return { done: loaded, cancel };
    },
  };
}
