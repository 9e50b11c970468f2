import type { Schedule } from '../../../nn/catalog.ts';
import { findEntry } from '../../../nn/entry.ts';
import { schedules as catalog } from '../../../nn/schedules/index.ts';

/** Names to show; two of the same kind are told apart by the hyperparameters in which they differ. */
export function titlesOf(schedules: readonly Schedule[]): string[] {
  const [first, second] = schedules;
  const isTwice = first?.name === second?.name;
  return schedules.map((schedule, index) => {
    const { title, hyperparameters } = findEntry('schedule', catalog, schedule.name);
    if (!isTwice) return title;
    const differing = Object.keys(hyperparameters).filter((key) => first?.[key] !== second?.[key]);
    if (differing.length === 0) return index === 0 ? title : `${title} (again)`;
    return `${title}, ${differing.map((key) => `${key} ${String(schedule[key])}`).join(', ')}`;
  });
}
