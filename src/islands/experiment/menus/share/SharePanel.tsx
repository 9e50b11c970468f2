import { pageAddress } from './pageAddress.ts';
import type { Session } from '../../session.ts';
import { CopyField } from '../../../controls/CopyField.tsx';
import { SendButton } from '../../../controls/SendButton.tsx';

export function SharePanel({ session }: { session: Session }) {
  const { publication, published } = session;
  const { experiment, own } = session.version();
  const link = pageAddress(publication) + session.hash();
  const changed = experiment !== published && !own;
  return (
    <>
      <CopyField label={changed ? 'link that carries your changes' : 'link to this experiment'} text={link} />
      <SendButton title={published.title} link={link} />
      {own && <p class="menu-note">A link cannot carry your own data, which stay in this page: it leads to the published data, with your other changes.</p>}
      <p class="menu-note">
        The link holds what differs from the published experiment, in words that can be edited by hand: <a href={`${publication.guide}#keys`}>its keys</a>.
      </p>
    </>
  );
}
