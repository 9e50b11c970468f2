/** "Predict first": the button that offers it, and the question that takes its place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { takeFocus } from '../../controls/takeFocus.ts';
import Prediction, { type Props } from './Prediction.tsx';

export default function Predict(props: Props) {
  const [isAsked, setIsAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    // Back from the question, the focus is where it came from.
    if (!isAsked && left.current) takeFocus(button.current);
  }, [isAsked]);
  function ask() {
    left.current = true;
    setIsAsked(true);
  }
  return (
    <div class="experiment-predict">
      {isAsked ? (
        <Prediction {...props} onLeave={() => setIsAsked(false)} />
      ) : (
        <button type="button" ref={button} onClick={ask}>
          Predict first
        </button>
      )}
    </div>
  );
}
