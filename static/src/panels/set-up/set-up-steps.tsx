import { say } from '../../../../src/contract/text';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckCircleUncheckedIcon from '@atlaskit/icon/core/check-circle-unchecked';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import Lozenge from '@atlaskit/lozenge';
import Spinner from '@atlaskit/spinner';
import type { SetUpStep } from '../../../../src/contract/set-up';
import { Disclosure } from '../../components/disclosure';
import { byConcern, stepsDuring, type ShownStep } from './steps-during';
import type { Run } from './run-set-up';
import styles from './set-up.module.css';

/** The steps of set-up: those with something to do or to say, and behind one line those that are done. */
export function SetUpSteps({
  steps,
  run,
}: {
  steps: readonly (SetUpStep & { changes?: string[]; notices?: string[] })[];
  run: Run;
}) {
  if (steps.length === 0) return <p className={styles.quiet}>There is nothing to set up.</p>;
  const { toShow, doneBefore } = byConcern(stepsDuring(steps, run), run);
  return (
    <>
      {toShow.length > 0 && <StepList steps={toShow} />}
      {doneBefore.length > 0 && (
        <div className={styles.done}>
          <Disclosure summary={doneWords(doneBefore.length, toShow.length)}>
            <StepList steps={doneBefore} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function doneWords(done: number, others: number): string {
  if (others === 0) return done === 1 ? 'The only step is done' : say`All ${done} steps are done`;
  return done === 1 ? 'The other step is done' : say`The other ${done} steps are done`;
}

function StepList({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(step => (
        <li key={step.key} className={styles.step}>
          <span className={styles.icon}>{ICONS[step.standing]}</span>
          <div className={styles.what}>
            <p>{step.title}</p>
            {step.changes.length > 0 && (
              <ul className={styles.changes}>
                {step.changes.map(change => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
            {step.notices.map(notice => (
              <p key={notice} className={styles.notice}>
                <StatusInformationIcon
                  label="Left as it is:"
                  size="small"
                  color="var(--ds-icon-information)"
                />
                <span>{notice}</span>
              </p>
            ))}
          </div>
          {LOZENGES[step.standing]}
        </li>
      ))}
    </ol>
  );
}

const ICONS: Record<ShownStep['standing'], React.ReactNode> = {
  done: <CheckCircleIcon label="" color="var(--ds-icon-success)" />,
  pending: <CheckCircleUncheckedIcon label="" color="var(--ds-icon-subtle)" />,
  drifted: <StatusWarningIcon label="" color="var(--ds-icon-warning)" />,
  working: <Spinner size="small" label="" />,
  stopped: <StatusWarningIcon label="" color="var(--ds-icon-warning)" />,
};

const LOZENGES: Record<ShownStep['standing'], React.ReactNode> = {
  done: <Lozenge appearance="success">Done</Lozenge>,
  pending: <Lozenge>To do</Lozenge>,
  drifted: <Lozenge appearance="warning">Changed since</Lozenge>,
  working: <Lozenge appearance="information">Working</Lozenge>,
  stopped: <Lozenge appearance="warning">Stopped</Lozenge>,
};
