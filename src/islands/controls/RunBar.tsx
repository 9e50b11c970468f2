/**
 * Run, how far it is and what came of it: in view for as long as its card is on the screen (styles/experiment/runBar.css), because the figures
 * that change stand above it, and on a phone the claim is several screens away.
 */
import type { ComponentChildren } from 'preact';
import { FaultNote, type Failure } from './FaultNote.tsx';

interface Props {
  /** What the bar is for, to a screen reader: "Training". */
  label: string;
  /** The buttons. */
  children: ComponentChildren;
  failure: Failure | undefined;
  /** What came of the last run, in a few words. */
  result?: string | undefined;
  /** What there is to run, or how far it is. */
  text: string;
  /** While it runs: shares of a whole, and what they are shares of: "Updates done". */
  progress?: { done: number; total: number; label: string } | undefined;
}

export function RunBar({ label, children, failure, result, text, progress }: Props) {
  return (
    <div class="run-bar" role="group" aria-label={label}>
      {children}
      <div class="run-bar-status">
        {result && <strong>{result}</strong>}
        <span class="run-bar-text">{text}</span>
      </div>
      {progress && <progress max={progress.total} value={progress.done} aria-label={progress.label} />}
      <FaultNote failure={failure} />
    </div>
  );
}
