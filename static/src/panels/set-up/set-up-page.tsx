import type { Reply } from '../../../../src/contract/reply';
import type { SetUpStatus } from '../../../../src/contract/set-up';
import { useReply } from '../../api/use-reply';
import { Section } from '../../components/section';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { ImportRegister } from './import-register';
import { SetUp } from './set-up';
import styles from './set-up-page.module.css';

/** The administrators' page: sets Remit up in Jira, step by step, and imports the registers. */
export function SetUpPage({ ask }: { ask: () => Promise<Reply<SetUpStatus>> }) {
  const [asked, askAgain] = useReply(ask);
  return (
    <main className={styles.page} aria-label="Set-up of Remit">
      <div>
        <h1 className={styles.title}>Set up Remit</h1>
        <p className={styles.intro}>
          Set-up creates the space, work types, fields, screens and workflows in Jira. It changes only what it
          created, and you can safely run it again.
        </p>
      </div>
      {asked.state === 'loading' && <Loading what="the set-up" />}
      {asked.state === 'failed' && <FailedMessage what="The set-up" tryAgain={askAgain} level="h2" />}
      {asked.state === 'refused' && (
        <RefusedMessage refused={asked.refused} title="You can’t set up Remit" level="h2" />
      )}
      {asked.state === 'answered' && (
        <>
          <Section title="Set-up" level={2}>
            <SetUp status={asked.data} readStatus={askAgain} />
          </Section>
          <Section title="Import a register" level={2}>
            <ImportRegister datasets={['roles', 'holders', 'services']} />
          </Section>
        </>
      )}
    </main>
  );
}
