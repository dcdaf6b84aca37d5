import Lozenge from '@atlaskit/lozenge';
import type { ResponsibilityRow } from '../../../src/contract/route-explain';

const WORDS: Record<ResponsibilityRow['party'], string> = {
  provider: 'Provider',
  customer: 'Customer',
  shared: 'Shared',
  'third-party': 'Third party',
};

const APPEARANCES = {
  provider: 'accent-magenta',
  customer: 'accent-teal',
  shared: 'accent-purple',
  'third-party': 'accent-gray',
} as const;

/** Whose task a responsibility is. */
export function PartyLozenge({ party }: { party: ResponsibilityRow['party'] }) {
  return <Lozenge appearance={APPEARANCES[party]}>{WORDS[party]}</Lozenge>;
}
