import SectionMessage from '@atlaskit/section-message';
import type { SetUpStatus } from '../../../../src/contract/set-up';
import { Moment } from '../../components/moment';
import styles from './set-up.module.css';

/** What the hourly check has found changed in Jira, and what to do about it; nothing when nothing was changed. */
export function FoundSince({ found }: Pick<SetUpStatus, 'found'>) {
  if (!found) return null;
  return (
    <SectionMessage
      appearance="warning"
      title="Configuration was changed since Remit was set up"
      headingLevel="h3"
    >
      <div className={styles.told}>
        <p>
          The hourly check found this on <Moment at={found.at} precision="minute" />. Tickets can bypass
          approval until it is restored:
        </p>
        <ul>
          {found.repairs.map(repair => (
            <li key={repair}>{repair}</li>
          ))}
        </ul>
        <p>Preview the changes, which compares everything with Jira as it is now. Then repair.</p>
      </div>
    </SectionMessage>
  );
}
