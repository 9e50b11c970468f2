import type { Session } from '../../session.ts';
import { bibtex, plainCitation, type Cited } from './citation.ts';
import { CopyField } from '../../../controls/CopyField.tsx';

export function CitePanel({ session }: { session: Session }) {
  const { published, recording, publication } = session;
  const cited: Cited = { experiment: published, recording, publication };
  return (
    <>
      <CopyField label="reference" text={plainCitation(cited)} rows={4} />
      <CopyField label="BibTeX" text={bibtex(cited)} rows={10} />
      <p class="menu-note">
        The spec’s hash stands for every setting of the published experiment, the kernel’s for the arithmetic: with both the same, a run gives the same bits.
        {session.version().experiment !== published && ' What you have changed is not part of it; a link carries that.'}
      </p>
    </>
  );
}
