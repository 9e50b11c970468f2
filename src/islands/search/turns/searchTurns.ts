/** What a page and its search worker say to each other, and the worker's side of it: a search is begun once, then told scores, turn by turn. */
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Search } from '../../../search/search.ts';
import { firstTurn } from '../../../search/run/startSearch.ts';
import type { StrategyChoice } from '../../../search/strategies/strategyChoice.ts';
import type { Asked } from '../../../search/run/drive.ts';
import { preparedAll } from '../../../search/run/prepare.ts';
import type { Turn } from '../../../search/space/turn.ts';

export type ToSearchWorker = { type: 'begin'; search: Search; strategy: StrategyChoice; seed: number } | { type: 'tell'; scores: number[] };

export type FromSearchWorker = { type: 'ask'; asked: readonly Asked[] } | { type: 'failed'; message: string };

/** Returns the receiver of messages. */
export function startTurns(loadKernel: () => Promise<Kernel>, post: (message: FromSearchWorker) => void): (message: ToSearchWorker) => void {
  let search: Search | undefined;
  let turn: Promise<Turn> | undefined;
  const next = async (message: ToSearchWorker): Promise<Turn> => {
    if (message.type === 'begin') return firstTurn((search = message.search), { ...message, kernel: await loadKernel() });
    if (!turn) throw new Error('The search was told scores before it was begun.');
    return (await turn).tell(message.scores);
  };
  return (message) => {
    turn = next(message);
    turn.then(
      ({ ask }) => post({ type: 'ask', asked: preparedAll(search!, ask) }),
      (error: unknown) => post({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
  };
}
