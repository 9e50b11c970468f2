/** "Change anything", closed until the reader asks for it. */
import { useState } from 'preact/hooks';
import type SettingsFields from './SettingsFields.tsx';
import type { SettingsProps } from './SettingsFields.tsx';

interface Props extends SettingsProps {
  onOpen(): void;
}

export function SettingsForm({ onOpen, ...settings }: Props) {
  const [Fields, setFields] = useState<typeof SettingsFields | undefined>(undefined);
  function open() {
    onOpen();
    void import('./SettingsFields.tsx').then(
      (module) => setFields(() => module.default),
      // It comes with the next attempt; that the session cannot be loaded either is told by that.
      () => undefined,
    );
  }
  return (
    <details class="experiment-settings" onToggle={open}>
      <summary>Change anything</summary>
      {Fields && <Fields {...settings} />}
    </details>
  );
}
