import { Typed } from '../../components/typed';
import SectionMessage from '@atlaskit/section-message';
import type { PersonLacking } from '../../../../src/contract/set-up';
import styles from './set-up.module.css';

/** Who holds a role and cannot do in the space what it asks of them; nothing when there is no one. */
export function PeopleLacking({ people }: { people: readonly PersonLacking[] }) {
  if (people.length === 0) return null;
  return (
    <div className={styles.message}>
      <SectionMessage
        appearance="warning"
        title="People without the permissions their role needs"
        headingLevel="h3"
      >
        <p>
          Tickets are routed to these people, but they’re missing permissions in the space. Give them access
          to Jira, or check the permissions of the space.
        </p>
        <ul>
          {people.map(({ person, role, lacks }) => (
            <li key={`${person} ${role}`}>
              <Typed>{person}</Typed>, <Typed>{role}</Typed>: {lacks.join(', ')}
            </li>
          ))}
        </ul>
      </SectionMessage>
    </div>
  );
}
