/** How each column of a file is used: as it looks, as numbers, as categories, or not at all. */
import type { ColumnUse, OwnColumns } from './ownData.ts';

interface Props {
  scope: string;
  columns: OwnColumns['columns'];
  /** Name of the column to predict, which is used in any case. */
  label: string;
  uses: Readonly<Record<string, ColumnUse>>;
  disabled: boolean;
  /** `use`: undefined for what it looks like. */
  onUse(name: string, use: ColumnUse | undefined): void;
}

const KINDS = { numeric: 'numbers', categorical: 'categories' } as const;

export function ColumnUses({ scope, columns, label, uses, disabled, onUse }: Props) {
  return (
    <details class="experiment-own-data-columns">
      <summary>Columns</summary>
      <div class="experiment-own-data">
        {columns.map(({ name, kind }, index) => (
          <div key={name} class={`experiment-field${uses[name] === undefined ? '' : ' is-modified'}`}>
            <label for={`${scope}-column-${index}`}>{name}</label>
            <select
              id={`${scope}-column-${index}`}
              disabled={disabled}
              value={uses[name] ?? ''}
              onChange={({ currentTarget: { value } }) => onUse(name, value === '' ? undefined : (value as ColumnUse))}
            >
              <option value="">as {KINDS[kind]}, which it looks like</option>
              {(['numeric', 'categorical'] as const)
                .filter((other) => other !== kind)
                .map((other) => (
                  <option key={other} value={other}>
                    as {KINDS[other]}
                  </option>
                ))}
              {name !== label && <option value="left out">left out</option>}
            </select>
          </div>
        ))}
      </div>
    </details>
  );
}
