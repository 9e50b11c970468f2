import { OVER, type Proposal, type Turn } from '../space/turn.ts';

/** The same search, which ends before the first proposal that `left` does not pay for. `costOf`: in the unit of `left`. */
export function withinBudget(turn: Turn, costOf: (proposal: Proposal) => number, left: number): Turn {
  let rest = left;
  let count = 0;
  for (const proposal of turn.ask) {
    const after = rest - costOf(proposal);
    // Shares such as 1/3 do not add up to the last bit.
    if (after < -SLACK) break;
    rest = after;
    count++;
  }
  const cutOff = count < turn.ask.length;
  return { ask: turn.ask.slice(0, count), tell: (scores) => (cutOff ? OVER : withinBudget(turn.tell(scores), costOf, rest)) };
}

const SLACK = 1e-6;
