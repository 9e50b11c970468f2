/** Where a search starts: the values of its space that the base configuration has already. Of a range, and of a list without the base's value, none. */
import { applySettings } from '../../experiments/configuration/applySettings.ts';
import type { Json } from '../../schema/json.ts';
import type { Search } from '../search.ts';
import { settingsAt } from '../space/space.ts';
import type { Point } from '../space/turn.ts';

export function basePoint({ configuration, space }: Pick<Search, 'configuration' | 'space'>): Point {
  const textWith = (settings: Record<string, Json>) => {
    const parsed = applySettings(configuration, settings);
    return 'configuration' in parsed ? JSON.stringify(parsed.configuration) : undefined;
  };
  const base = textWith({});
  return Object.fromEntries(
    space.flatMap((dimension) => {
      const { path, kind } = dimension;
      const value = kind === 'list' ? dimension.values.find((one) => textWith(settingsAt(space, { [path]: one })) === base) : undefined;
      return value === undefined ? [] : [[path, value] as const];
    }),
  );
}
