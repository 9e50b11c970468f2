/** The reader's choices: strategy, budget, folds and seed, and what is searched of each setting. */
import type { SearchChoice } from '../../search/change/searchChoice.ts';
import { Choice } from '../controls/Choice.tsx';
import { useTyped } from '../controls/useTyped.ts';

export interface SearchForm {
  /** To choose from; with fewer than two there is no choice. */
  strategies: string[];
  /** Of the budget. */
  unit: string;
  space: { path: string; title: string; isRange: boolean }[];
}

interface Props {
  scope: string;
  form: SearchForm;
  published: SearchChoice;
  choice: SearchChoice;
  disabled: boolean;
  onChoose(part: Partial<SearchChoice>): void;
}

export function SearchFields({ scope, form: { strategies, unit }, choice, disabled, onChoose }: Omit<Props, 'published'>) {
  return (
    <>
      {strategies.length > 1 && (
        <Choice
          class="experiment-field"
          label="strategy"
          titles={{ '': `all ${strategies.length}`, ...Object.fromEntries(strategies.map((strategy) => [strategy, strategy])) }}
          value={choice.strategy}
          disabled={disabled}
          onChange={(strategy) => onChoose({ strategy })}
        />
      )}
      <TextField
        id={`${scope}-budget`}
        class="experiment-field-number"
        label={`budget, ${unit}`}
        value={choice.budget}
        disabled={disabled}
        onChange={(budget) => onChoose({ budget })}
      />
      <TextField
        id={`${scope}-folds`}
        class="experiment-field-number"
        label="folds"
        hint="empty: the validation split"
        placeholder="none"
        value={choice.folds}
        disabled={disabled}
        onChange={(folds) => onChoose({ folds })}
      />
    </>
  );
}

/** Closed until the reader asks for it. */
export function SpaceFields({ scope, form, published, choice, disabled, onChoose }: Props) {
  return (
    <details class="experiment-settings">
      <summary>Change what is searched</summary>
      <fieldset>
        <legend class="visually-hidden">What is searched</legend>
        {form.space.map(({ path, title, isRange }) => (
          <TextField
            key={path}
            id={`${scope}-${path}`}
            class={['search-dimension', isRange ? '' : 'is-list', choice.space[path] === published.space[path] ? '' : 'is-modified'].join(' ')}
            label={`${title}, ${isRange ? 'range' : 'list'}`}
            hint={isRange ? 'two numbers with two dots between them' : 'with commas between the values'}
            value={choice.space[path] ?? ''}
            disabled={disabled}
            onChange={(text) => onChoose({ space: { ...choice.space, [path]: text } })}
          />
        ))}
      </fieldset>
    </details>
  );
}

interface TextFieldProps {
  id: string;
  class: string;
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  disabled: boolean;
  onChange(text: string): void;
}

function TextField({ id, class: className, label, hint, placeholder, value, disabled, onChange }: TextFieldProps) {
  const field = useTyped(value, (text) => {
    onChange(text.trim());
    return true;
  });
  return (
    <div class={`experiment-field ${className}`}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={className === 'experiment-field-number' ? 'numeric' : undefined}
        autocomplete="off"
        spellcheck={false}
        disabled={disabled}
        placeholder={placeholder}
        aria-describedby={hint && `${id}-note`}
        {...field}
      />
      {hint && (
        <span class="visually-hidden" id={`${id}-note`}>
          {hint}
        </span>
      )}
    </div>
  );
}
