/** "Predict first": the button that offers it. The question loads when it is pressed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type Prediction from './Prediction.tsx';
import type { Props } from './Prediction.tsx';

export default function Predict(props: Props) {
  const [Question, setQuestion] = useState<typeof Prediction | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    // Back from the question, the focus is where it came from.
    if (!Question && left.current) button.current?.focus();
  }, [Question]);
  async function ask() {
    // Without it there is no question, and the result stays as it is.
    const module = await import('./Prediction.tsx').catch(() => undefined);
    if (!module) return;
    left.current = true;
    setQuestion(() => module.default);
  }
  return (
    <div class="experiment-predict">
      {Question ? (
        <Question {...props} onLeave={() => setQuestion(undefined)} />
      ) : (
        <button type="button" ref={button} onClick={() => void ask()}>
          Predict first
        </button>
      )}
    </div>
  );
}
