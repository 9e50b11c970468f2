/** Grid search: every combination of every value, whole. Ranges are cut into levels. */
import type { Libm } from '../../kernel/libm.ts';
import { gridOf, type Space } from '../space/space.ts';
import { askOnce, type Turn } from '../space/turn.ts';

/** `levels`: values per range, at least 2. */
export function gridSearch(space: Space, { levels }: { levels: number }, libm: Libm): Turn {
  return askOnce(gridOf(space, levels, libm));
}
