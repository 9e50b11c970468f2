/**
 * Predict first, if you like: the recorded result steps aside until the reader has chosen or changed their mind. What they chose is
 * remembered in this page alone.
 *
 *   offered ──Predict first──▶ asking ──choose──▶ shown
 *                                └───Never mind──▶ offered
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Answer } from './answer.ts';
import { liveAnswerOf } from './liveAnswers.ts';

interface Props {
  id: string;
  question: string;
  choices: string[];
  /** Of the recording. */
  answer: Answer;
}

type Stage = { name: 'offered' } | { name: 'asking' } | { name: 'shown'; choice: string };

export default function Predict({ id, question, choices, answer }: Props) {
  const scope = useId();
  const root = useRef<HTMLDivElement>(null);
  const focus = useRef<HTMLElement | null>(null);
  const [stage, setStage] = useState<Stage>({ name: 'offered' });
  const [choice, setChoice] = useState('');
  const moved = useRef(false);
  const live = liveAnswerOf(id).value;
  const isAsking = stage.name === 'asking';
  useEffect(() => {
    root.current?.closest('.experiment')?.toggleAttribute('data-predicting', isAsking);
    // The focus follows the reader's own step, never the page's loading.
    if (moved.current) focus.current?.focus();
  }, [stage.name]);
  const go = (next: Stage) => {
    moved.current = true;
    setStage(next);
  };
  const keep = (element: HTMLElement | null) => {
    focus.current = element;
  };
  return (
    <div class="experiment-predict" ref={root}>
      {stage.name === 'offered' && (
        <button type="button" ref={keep} onClick={() => go({ name: 'asking' })}>
          Predict first
        </button>
      )}
      {isAsking && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (choice !== '') go({ name: 'shown', choice });
          }}
          onKeyDown={(event) => event.key === 'Escape' && go({ name: 'offered' })}
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
                  ref={index === 0 ? keep : undefined}
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
            <button type="button" onClick={() => go({ name: 'offered' })}>
              Never mind
            </button>
          </div>
        </form>
      )}
      {stage.name === 'shown' && (
        <div class="experiment-predicted" tabIndex={-1} ref={keep}>
          <p>
            You predicted <strong>{stage.choice}</strong>. Recorded: {answer.text} <strong>{matches(stage.choice, answer)}</strong>
          </p>
          {live && (
            <p role="status">
              {live.modified ? 'With your changes' : 'In your run'}: {live.text} {matches(stage.choice, live)}
            </p>
          )}
          <button
            type="button"
            onClick={() => {
              setChoice('');
              go({ name: 'asking' });
            }}
          >
            Predict again
          </button>
        </div>
      )}
    </div>
  );
}

function matches(choice: string, answer: Answer): string {
  return choice === answer.choice ? 'As you predicted.' : 'Not as you predicted.';
}
