import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { SetUpPlan, SetUpStatus } from '../../../../src/contract/set-up';
import { planSetUp, runSetUpStep } from '../../api/remit';
import { FoundSince } from './found-since';
import { PeopleLacking } from './people-lacking';
import { progressOf, runSetUp, type Run } from './run-set-up';
import { SetUpSteps } from './set-up-steps';
import styles from './set-up.module.css';

/** The plan, as it was asked for: `message` says why there is none. */
type Plan =
  | { state: 'not asked' }
  | { state: 'asking' }
  | { state: 'none'; message: string }
  | { state: 'there'; plan: SetUpPlan };

/** Shows what is set up, checks what a run would do, and runs it. */
export function SetUp({ status, readStatus }: { status: SetUpStatus; readStatus: () => void }) {
  const [run, setRun] = useState<Run>({ state: 'not started' });
  const [plan, setPlan] = useState<Plan>({ state: 'not asked' });
  const [repairing, setRepairing] = useState(false);
  const known = plan.state === 'there' ? plan.plan : status;
  const complete = known.complete && run.state !== 'stopped' && run.state !== 'running';

  const check = async () => {
    setPlan({ state: 'asking' });
    setPlan(await askPlan());
  };
  const start = async () => {
    setRepairing(isRepair(known));
    setPlan({ state: 'not asked' });
    await runSetUp(runSetUpStep, setRun, run.state === 'stopped' ? run : { state: 'not started' });
    readStatus();
  };

  return (
    <>
      <Outcome
        complete={complete}
        run={run}
        plan={plan}
        found={status.found}
        isNew={run.state === 'done' && !repairing}
      />
      <div className={styles.actions}>
        {!complete && (
          <Button appearance="primary" isLoading={run.state === 'running'} onClick={() => void start()}>
            {run.state === 'stopped' ? 'Continue' : isRepair(known) ? 'Repair' : 'Set up Remit'}
          </Button>
        )}
        <Button
          isLoading={plan.state === 'asking'}
          isDisabled={run.state === 'running'}
          onClick={() => void check()}
        >
          Preview changes
        </Button>
      </div>
      {(run.state === 'running' || run.state === 'stopped') && <Progress run={run} />}
      <PeopleLacking people={known.people} />
      <SetUpSteps steps={known.steps} run={run} />
    </>
  );
}

async function askPlan(): Promise<Plan> {
  try {
    const reply = await planSetUp();
    return reply.ok ? { state: 'there', plan: reply.data } : { state: 'none', message: reply.message };
  } catch {
    return { state: 'none', message: 'Remit didn’t answer. Nothing was changed; try again.' };
  }
}

interface OutcomeProps extends Pick<SetUpStatus, 'found'> {
  complete: boolean;
  run: Run;
  plan: Plan;
  /** Whether set-up has just ended, so that the reader wants to know what comes next. */
  isNew: boolean;
}

function Outcome({ complete, run, plan, found, isNew }: OutcomeProps) {
  // A check, or a run, knows better than what was found within the hour before.
  const isFoundOnly = found !== null && plan.state !== 'there' && run.state !== 'running';
  return (
    <div aria-live="polite">
      {run.state === 'stopped' && (
        <SectionMessage appearance="warning" title="Set-up stopped" headingLevel="h3">
          <p>{run.message}</p>
        </SectionMessage>
      )}
      {plan.state === 'none' && (
        <SectionMessage appearance="warning" title="The preview failed" headingLevel="h3">
          <p>{plan.message}</p>
        </SectionMessage>
      )}
      {isFoundOnly && <FoundSince found={found} />}
      {complete && !isFoundOnly && (
        <SectionMessage appearance="success" title="Remit is set up" headingLevel="h3">
          <p>
            {plan.state === 'there'
              ? say`Checked against Jira: no changes needed.${noticeWords(plan.plan)}`
              : 'If the configuration is changed in Jira, this page says so within an hour.'}
          </p>
          {isNew && (
            <p>
              Next: import the role holders below, or appoint them in Apps, Remit, Role holders, and add the
              people who can read the evidence to the group auditors. Tickets can’t be routed to a vacant
              role.
            </p>
          )}
        </SectionMessage>
      )}
      {!complete && plan.state === 'there' && <PlanWords plan={plan.plan} />}
    </div>
  );
}

/** Whether set-up was complete, and something was changed since. */
function isRepair({ steps }: Pick<SetUpStatus, 'steps'>): boolean {
  return steps.some(({ state }) => state === 'drifted') && steps.every(({ state }) => state !== 'pending');
}

function noticeWords({ steps }: SetUpPlan): string {
  const notices = steps.reduce((sum, step) => sum + step.notices.length, 0);
  if (notices === 0) return '';
  return say` ${notices === 1 ? '1 item is' : say`${notices} items are`} left unchanged for you to check: see below.`;
}

/** What a run would do; as a warning where set-up had ended, and someone has changed something since. */
function PlanWords({ plan }: { plan: SetUpPlan }) {
  if (!isRepair(plan)) return <p className={styles.quiet}>{planWords(plan)}</p>;
  return (
    <SectionMessage appearance="warning" title="Configuration was changed" headingLevel="h3">
      <p>{planWords(plan)} Each change is listed below, by step.</p>
    </SectionMessage>
  );
}

function planWords(plan: SetUpPlan): string {
  const changes = plan.steps.reduce((sum, step) => sum + step.changes.length, 0);
  return say`Set-up will make ${changes === 1 ? '1 change' : say`${changes} changes`}. This preview changed nothing.${noticeWords(plan)}`;
}

function Progress({ run }: { run: Exclude<Run, { state: 'not started' | 'done' }> }) {
  const done = run.finished.length;
  const words = run.remaining === null ? 'Starting…' : say`${done} of ${done + run.remaining} steps done`;
  return (
    <div className={styles.progress}>
      <ProgressBar ariaLabel="Progress of set-up" value={progressOf(run)} />
      <p role="status" className={styles.quiet}>
        {words}
      </p>
    </div>
  );
}
