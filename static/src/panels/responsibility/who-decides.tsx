import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import ClockIcon from '@atlaskit/icon/core/clock';
import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import type { RouteExplanation } from '../../../../src/contract/route-explain';
import { JiraLink } from '../../components/jira-link';
import { lackWords } from '../../components/lack-words';
import { Moment } from '../../components/moment';
import { PersonName, Portrait } from '../../components/person';
import { Section } from '../../components/section';
import styles from './who-decides.module.css';

type Route = NonNullable<RouteExplanation['route']>;

/** The accountable person, why the ticket came to them, and by which version of the matrix. */
export function WhoDecides({
  explanation,
  controls,
}: {
  explanation: RouteExplanation;
  controls: ReactNode;
}) {
  const { route, unrouted, final, stale, matrix } = explanation;
  return (
    <Section title={final ? 'Who is accountable' : 'Who decides'} controls={controls}>
      {route && <Decider route={route} matrix={matrix} />}
      {!route && unrouted && (
        <SectionMessage appearance="warning" title="No one can decide this yet" headingLevel="h4">
          <p>{lackWords(unrouted)}</p>
        </SectionMessage>
      )}
      {!route && !unrouted && (
        <p className={styles.noPerson}>
          {final
            ? say`This ticket is ${explanation.status}. No decision is needed.`
            : 'This ticket hasn’t been routed yet.'}
        </p>
      )}
      {stale && (
        <p className={styles.notice} role="status">
          <ClockIcon label="" />
          The matrix or this ticket has changed. The ticket is being routed again.
        </p>
      )}
    </Section>
  );
}

function Decider({ route, matrix }: { route: Route; matrix: RouteExplanation['matrix'] }) {
  return (
    <div className={styles.decider}>
      <Portrait person={route.accountable} size="large" />
      <div className={styles.words}>
        <div className={styles.name}>
          <span className={styles.person}>
            <PersonName person={route.accountable} />
          </span>
          <Lozenge appearance="information" maxWidth="100%">
            <Typed>{route.role}</Typed>
          </Lozenge>
        </div>
        <p>{route.reason}</p>
        <div className={styles.facts}>
          <span>
            Carried out by <PersonName person={route.performer} />
          </span>
          {matrix && (
            <span>
              <JiraLink to={{ remit: `/matrix?version=${matrix.version}` }}>
                Matrix v{matrix.version}
              </JiraLink>
              , approved by <PersonName person={matrix.approvedBy} />, in force since{' '}
              <Moment at={matrix.effectiveFrom} precision="day" />
            </span>
          )}
        </div>
      </div>
    </div>
  );
}
