/**
 * Backpropagation by hand, one step at a time. The whole worked example stands in the page; where scripts run, a
 * style shows the present step alone, until all are asked for. Paper gets all of them.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Problems } from '../parts/Problems.tsx';
import { explorerLink } from '../parts/explorerLink.ts';
import { ShareLink } from '../parts/ShareLink.tsx';
import { useExplorerLink } from '../parts/useExplorerLink.ts';
import { backpropagate } from './backpropagate.ts';
import { CONVENTIONS, published, type Convention } from './exercise.ts';
import { explain, quantityText, STEPS, type Step, type StepName } from './explain.ts';
import { GradientTable } from './GradientTable.tsx';
import { NetworkDiagram } from './NetworkDiagram.tsx';
import { LearningRateField, NumbersForm } from './NumbersForm.tsx';
import { readExercise, writeExercise } from './shareExercise.ts';
import { StepView } from './StepView.tsx';

interface Props {
  /** Id of the section that holds the island. */
  id: string;
  /** Formulas, rendered at build time. */
  formulaZ1?: ComponentChildren;
  formulaA1?: ComponentChildren;
  formulaOutput?: ComponentChildren;
  formulaLoss?: ComponentChildren;
  formulaDelta2?: ComponentChildren;
  formulaGradient2?: ComponentChildren;
  formulaDelta1?: ComponentChildren;
  formulaGradient1?: ComponentChildren;
  formulaUpdate?: ComponentChildren;
  formulaCheck?: ComponentChildren;
}

const CONVENTION_TITLES: Record<Convention, string> = {
  halfSum: 'sum of ½(ŷ − y)²',
  halfMean: 'mean of ½(ŷ − y)²',
  mean: 'mean of (ŷ − y)²',
  sum: 'sum of (ŷ − y)²',
};
const KEY = 'stepper';

export default function BackpropagationIsland(props: Props) {
  const { id } = props;
  const [exercise, setExercise] = useState(published);
  const [at, setAt] = useState(0);
  const [showsAll, setShowsAll] = useState(false);
  const [example, setExample] = useState(0);
  const [h, setH] = useState(1e-5);
  const [refused, setRefused] = useState<string[]>([]);
  const [said, setSaid] = useState('');
  const worked = useMemo(() => backpropagate(exercise), [exercise]);
  const steps = useMemo(() => explain(exercise, worked), [exercise, worked]);
  const step = steps[at]!;
  const formulas: Partial<Record<StepName, ComponentChildren>> = {
    z1: props.formulaZ1,
    a1: props.formulaA1,
    output: props.formulaOutput,
    loss: props.formulaLoss,
    delta2: props.formulaDelta2,
    gradient2: props.formulaGradient2,
    delta1: props.formulaDelta1,
    gradient1: props.formulaGradient1,
    update: props.formulaUpdate,
    check: props.formulaCheck,
  };

  useExplorerLink(KEY, id, (entries) => {
    const shared = readExercise(entries);
    const wanted = Number(entries.get(KEY));
    setExercise(shared.exercise);
    setRefused(shared.refused);
    setShowsAll(entries.get(KEY) === 'all');
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= STEPS.length) setAt(wanted - 1);
  });
  // Numbers that changed are told with the step that shows them.
  const [isFresh, setFresh] = useState(true);
  useEffect(() => {
    if (isFresh) setFresh(false);
    else setSaid(spoken(steps[at]!, at));
  }, [at, exercise]);

  const go = (to: number) => {
    if (to >= 0 && to < STEPS.length) setAt(to);
  };
  const reset = () => {
    setExercise(published);
    setRefused([]);
  };
  const modified = exercise !== published && Object.keys(writeExercise(exercise)).length > 0;
  return (
    <div class="stepper" data-mode={showsAll ? 'all' : 'one'} data-convention={exercise.convention}>
      <Problems problems={refused} />
      <div class="explorer-row explorer-interactive" role="group" aria-label="Steps">
        <button type="button" aria-disabled={showsAll || at === 0} onClick={() => !showsAll && go(at - 1)}>
          <span aria-hidden="true">◀ </span>Back
        </button>
        <button type="button" class="is-primary" aria-disabled={showsAll || at === STEPS.length - 1} onClick={() => !showsAll && go(at + 1)}>
          Next<span aria-hidden="true"> ▶</span>
        </button>
        <span class="explorer-field">
          <label for={`${id}-step`}>step</label>
          <select id={`${id}-step`} class="stepper-choice" disabled={showsAll} value={at} onChange={(event) => go(Number(event.currentTarget.value))}>
            {steps.map(({ name, title }, index) => (
              <option key={name} value={index}>
                {index + 1} of {STEPS.length}: {title}
              </option>
            ))}
          </select>
        </span>
        <label>
          <input type="checkbox" checked={showsAll} onChange={(event) => setShowsAll(event.currentTarget.checked)} /> all at once
        </label>
      </div>
      <div class="explorer-row explorer-interactive">
        <span class="explorer-field">
          <label for={`${id}-lr`}>learning rate η</label>
          <LearningRateField scope={id} exercise={exercise} onChange={(change) => setExercise({ ...exercise, ...change })} />
        </span>
        <span class="explorer-field">
          <label for={`${id}-convention`}>loss</label>
          <select
            id={`${id}-convention`}
            class={exercise.convention === published.convention ? '' : 'is-modified'}
            value={exercise.convention}
            onChange={(event) => setExercise({ ...exercise, convention: event.currentTarget.value as Convention })}
          >
            {CONVENTIONS.map((convention) => (
              <option key={convention} value={convention}>
                {CONVENTION_TITLES[convention]}
              </option>
            ))}
          </select>
        </span>
      </div>
      <div class="stepper-body">
        <figure class="stepper-figure">
          <NetworkDiagram exercise={exercise} worked={worked} step={showsAll ? 'given' : step.name} example={example} />
          <figcaption>
            <fieldset class="explorer-interactive">
              <legend>Numbers in the units:</legend>
              {[0, 1].map((i) => (
                <label key={i}>
                  <input type="radio" name={`${id}-example`} checked={example === i} onChange={() => setExample(i)} /> example {i + 1}
                </label>
              ))}
            </fieldset>
            <span class="stepper-caption">
              On the edges:{' '}
              {step.name === 'update' && !showsAll ? 'the updated weights' : isGradient(step.name) && !showsAll ? 'the gradient of the weights' : 'the weights'}
              . Dashed units put out 0.
            </span>
          </figcaption>
        </figure>
        <ol class="stepper-steps">
          {steps.map((each, index) => (
            <StepView key={each.name} step={each} number={index + 1} isCurrent={index === at} formula={formulas[each.name]}>
              {each.name === 'check' && <GradientTable exercise={exercise} worked={worked} scope={id} h={h} onChange={setH} />}
            </StepView>
          ))}
        </ol>
      </div>
      <details class="explorer-own explorer-interactive">
        <summary>Your own numbers</summary>
        <NumbersForm scope={id} exercise={exercise} onChange={(change) => setExercise({ ...exercise, ...change })} />
      </details>
      <ShareLink scope={id} hash={explorerLink(KEY, showsAll ? 'all' : String(at + 1), writeExercise(exercise))} onSaid={setSaid} />
      {modified && (
        <p class="explorer-modified explorer-interactive">
          These are not the numbers of the exercise.{' '}
          <button type="button" onClick={reset}>
            Reset the numbers
          </button>
        </p>
      )}
      <p class="sr-only" aria-live="polite" role="status">
        {said}
      </p>
    </div>
  );
}

function isGradient(name: StepName): boolean {
  return name === 'gradient2' || name === 'gradient1' || name === 'check';
}

/** What a step found, short enough to listen to. */
function spoken({ title, groups }: Step, at: number): string {
  const found = groups.map(({ equations }) => equations.map(({ quantity, value }) => `${quantityText(quantity)} ${value}`).join(', '));
  return [`Step ${at + 1} of ${STEPS.length}: ${title}.`, ...found.map((text) => `${text}.`)].join(' ');
}
