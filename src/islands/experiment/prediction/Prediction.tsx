/**
 * The recorded result steps aside until the reader has chosen or changed their mind. What they chose is remembered in this page alone.
 *
 *   asking ──choose──▶ shown ──Predict again──▶ asking ──Never mind──▶ left
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { takeFocus } from '../../controls/takeFocus.ts';
import type { Answer } from './answer.ts';
import { liveAnswerOf } from './liveAnswers.ts';

export interface Props {
  id: string;
  question: string;
  choices: string[];
  /** Of the recording. */
  answer: Answer;
}

export default function Prediction({ id, question, choices, answer, onLeave }: Props & { onLeave(): void }) {
  const scope = useId();
  const root = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState('');
  const [isShown, setIsShown] = useState(false);
  const live = liveAnswerOf(id).value;
  useEffect(() => {
    const section = (root.current ?? said.current)?.closest('.experiment');
    section?.toggleAttribute('data-predicting', !isShown);
    takeFocus((isShown ? said : first).current);
    return () => section?.removeAttribute('data-predicting');
  }, [isShown]);
  if (isShown) {
    return (
      <div class="experiment-predicted" tabIndex={-1} ref={said}>
        <p>
          You predicted <strong>{choice}</strong>. Recorded: {answer.text} <strong>{matches(choice, answer)}</strong>
        </p>
        {live && (
          <p role="status">
            {live.modified ? 'With your changes' : 'In your run'}: {live.text} {matches(choice, live)}
          </p>
        )}
        <button
          type="button"
          onClick={() => {
            setChoice('');
            setIsShown(false);
          }}
        >
          Predict again
        </button>
      </div>
    );
  }
  return (
    <form
      ref={root}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice !== '') setIsShown(true);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <fieldset>
        <legend>{question}</legend>
        {choices.map((each, index) => (
          <label key={each}>
            <input
              type="radio"
              name={scope}
              value={each}
              required
              ref={index === 0 ? first : undefined}
              checked={choice === each}
              onChange={() => setChoice(each)}
            />
            {each}
          </label>
        ))}
      </fieldset>
      <div class="experiment-row">
        <button type="submit" class="is-primary">
          Show what happened
        </button>
        <button type="button" onClick={onLeave}>
          Never mind
        </button>
      </div>
    </form>
  );
}

function matches(choice: string, answer: Answer): string {
  if (answer.choice === '') return 'The seeds do not decide it.';
  return choice === answer.choice ? 'As you predicted.' : 'Not as you predicted.';
}
