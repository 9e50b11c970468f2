/** The arms as Python: what they have in common, and each arm's own. */
import { literal } from './literal.ts';

/** Name → Python expression. */
export type Settings = Record<string, string>;

export function armTable(arms: readonly { label: string; settings: Settings }[]): string {
  const [first] = arms;
  const shared = Object.entries(first?.settings ?? {}).filter(([name, value]) => arms.every(({ settings }) => settings[name] === value));
  const isShared = (name: string) => shared.some(([other]) => other === name);
  const own = arms.map(({ label, settings }) => {
    const rest = Object.entries(settings).filter(([name]) => !isShared(name));
    return `    ${literal(label)}: dict(${['COMMON', ...rest.map(pair)].join(', ')}),`;
  });
  return ['COMMON = dict(', ...shared.map((entry) => `    ${pair(entry)},`), ')', 'ARMS = {', ...own, '}'].join('\n');
}

function pair([name, value]: [string, string]): string {
  return `${name}=${value}`;
}
