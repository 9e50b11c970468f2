import { useId, useState } from 'preact/hooks';
import type { Session } from '../../session.ts';
import { CopyField } from '../../../controls/CopyField.tsx';
import { embedAddress, embedCode, THEMES, type Theme } from './embedCode.ts';

export function EmbedPanel({ session }: { session: Session }) {
  const id = useId();
  const [theme, setTheme] = useState<Theme>('reader');
  const { publication, published } = session;
  const { experiment, own } = session.version();
  const changed = experiment !== published && !own;
  const address = embedAddress(publication, theme, changed ? session.hash() : '');
  return (
    <>
      <div class="menu-field">
        <label for={id}>colors</label>
        <select id={id} value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {Object.entries(THEMES).map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <CopyField
        label={`HTML for your page${changed ? ', with your changes' : ''}`}
        text={embedCode(address, `${published.title} (Fully Connected)`)}
        rows={5}
      />
      <p class="menu-note">
        <a href={address}>See it alone</a>. The frame tells your page its height: <a href={`${publication.guide}#frames`}>how to listen</a>. Tools that know
        oEmbed find it by its address.
      </p>
    </>
  );
}
