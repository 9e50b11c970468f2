/** "Change anything", closed until the reader asks for it. */
import { useState } from 'preact/hooks';
import { useArrival } from '../../controls/useArrival.tsx';
import type SettingsFields from './SettingsFields.tsx';
import type { SettingsProps } from './SettingsFields.tsx';

export function SettingsForm(settings: SettingsProps) {
  const [Fields, setFields] = useState<typeof SettingsFields | undefined>(undefined);
  const { busy, problem, bring } = useArrival();
  const open = () =>
    bring('fields', async () => {
      const module = await import('./SettingsFields.tsx');
      setFields(() => module.default);
    });
  return (
    <details class="experiment-settings" onToggle={open}>
      <summary aria-busy={(!Fields && busy !== undefined) || undefined}>Change anything</summary>
      {problem}
      {Fields && <Fields {...settings} />}
    </details>
  );
}
