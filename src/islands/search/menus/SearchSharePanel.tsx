import { CopyField } from '../../controls/CopyField.tsx';
import { SendButton } from '../../controls/SendButton.tsx';
import type { OpenSearch } from '../searchSession.ts';

export function SearchSharePanel({ session, edited }: OpenSearch) {
  const { published, guide } = session.publication;
  const link = location.origin + location.pathname + edited.hash();
  return (
    <>
      <CopyField label={edited.isAsPublished() ? 'link to this search' : 'link that carries your changes'} text={link} />
      <SendButton title={published} link={link} />
      <p class="menu-note">
        The link holds what differs from the published search, in words that can be edited by hand: <a href={`${guide}#searches`}>its keys</a>.
      </p>
    </>
  );
}
