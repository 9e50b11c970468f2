/** What a recording has to say, if there is one that can be read. */
import { UserError } from '../userError.ts';

/** What `ask` makes of it; undefined where there is none, or a broken one, which is one to make anew. */
export function recordedOf<Recorded, Answer>(isThere: boolean, read: () => Recorded, ask: (recording: Recorded) => Answer | undefined): Answer | undefined {
  if (!isThere) return undefined;
  try {
    return ask(read());
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
