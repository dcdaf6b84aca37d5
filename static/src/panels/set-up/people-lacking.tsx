import SectionMessage from '@atlaskit/section-message';
import type { PersonLacking } from '../../../../src/contract/set-up';
import styles from './set-up.module.css';

/** Who holds a role and cannot do in the space what it asks of them; nothing when there is nobody. */
export function PeopleLacking({ people }: { people: readonly PersonLacking[] }) {
  if (people.length === 0) return null;
  return (
    <div className={styles.message}>
      <SectionMessage appearance="warning" title="Who can’t do what their role asks" headingLevel="h3">
        <p>
          Tickets are routed to these people, who lack permissions in the space. Give them access to Jira, or
          check the permissions of the space.
        </p>
        <ul>
          {people.map(({ person, role, lacks }) => (
            <li key={`${person} ${role}`}>
              {person}, {role}: {lacks.join(', ')}
            </li>
          ))}
        </ul>
      </SectionMessage>
    </div>
  );
}
