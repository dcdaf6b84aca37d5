import { say } from '../../../../src/contract/text';
import SectionMessage from '@atlaskit/section-message';
import type { OwnersFound } from '../../../../src/contract/owner-find';
import { lackWords } from '../../components/lack-words';

/** Why no one owns it, and what to do about it. */
export function NoOwner({ about, none }: { about: string; none: OwnersFound['none'] }) {
  return (
    <div role="status">
      <SectionMessage appearance="warning" title={say`No owner found for “${about}”`} headingLevel="h2">
        <p>
          {none ? lackWords(none) : 'Try fewer words, or the name of the service or domain as in the matrix.'}
        </p>
      </SectionMessage>
    </div>
  );
}
