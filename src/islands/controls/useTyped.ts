import { useState } from 'preact/hooks';

/**
 * The attributes of a text field that shows `value`. What is being typed stays in it, however often the rest is drawn anew meanwhile,
 * and so does what is refused, so that it can be mended.
 */
export function useTyped(value: string | number, onEnter: (text: string) => boolean) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState(false);
  return {
    value: typed ?? value,
    'aria-invalid': refused,
    onInput(event: { currentTarget: HTMLInputElement }) {
      setTyped(event.currentTarget.value);
    },
    onChange(event: { currentTarget: HTMLInputElement }) {
      const text = event.currentTarget.value;
      const accepted = onEnter(text);
      setRefused(!accepted);
      setTyped(accepted ? undefined : text);
    },
  };
}
