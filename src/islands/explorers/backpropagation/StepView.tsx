/** One step: its sentence, its formula (drawn at build time), and its equations. */
import type { ComponentChildren } from 'preact';
import type { Equation, Quantity, Step } from './explain.ts';

interface Props {
  step: Step;
  /** From 1. */
  number: number;
  isCurrent: boolean;
  formula: ComponentChildren;
  children?: ComponentChildren;
}

export function StepView({ step, number, isCurrent, formula, children }: Props) {
  return (
    <li class="stepper-step" data-current={isCurrent ? '' : undefined}>
      <p class="stepper-step-title">
        <span class="stepper-step-number">{number}</span> {step.title}
      </p>
      <p class="stepper-step-text">{step.text}</p>
      {formula && <div class="stepper-formula">{formula}</div>}
      {step.groups.length > 0 && (
        <div class="stepper-groups">
          {step.groups.map(({ heading, equations }) => (
            <div key={heading} class="stepper-group">
              <p class="stepper-group-heading">{heading}</p>
              <ul>
                {equations.map((equation, index) => (
                  <li key={index}>
                    <EquationLine {...equation} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
      {children}
    </li>
  );
}

function EquationLine({ quantity, relation, terms, value }: Equation) {
  return (
    <>
      <QuantityName {...quantity} /> {relation ?? '='} {terms && `${terms} = `}
      <strong>{value}</strong>
    </>
  );
}

export function QuantityName({ letter, layer, index, derivative }: Quantity) {
  return (
    <span class="stepper-quantity">
      {derivative && '∂L/∂'}
      <var>{letter}</var>
      {layer !== undefined && <sup>{layer}</sup>}
      {index !== undefined && <sub>{index}</sub>}
    </span>
  );
}
