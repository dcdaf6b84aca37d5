import CheckboxUncheckedIcon from '@atlaskit/icon/core/checkbox-unchecked';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { Lack, RouteExplanation, TransitionOutlook } from '../../../../src/contract/route-explain';
import { Disclosure } from '../../components/disclosure';
import { lackWords } from '../../components/lack-words';
import { Section } from '../../components/section';
import { nextSteps, standingOf, type Standing } from './next-steps';
import styles from './what-now.module.css';

/** What the reader can do with the ticket now, what is missing for it, and who else can do what. */
export function WhatNow({ explanation }: { explanation: RouteExplanation }) {
  const { status, final, transitions } = explanation;
  const { main, yours, theirs } = nextSteps(transitions);
  if (transitions.length === 0) {
    return (
      <Section title="What you can do now">
        <p className={styles.quiet}>
          {final ? `Nothing is left to do: it is ${status}.` : `No step leads on from ${status}.`}
        </p>
      </Section>
    );
  }
  return (
    <Section title="What you can do now">
      {main && <MainStep step={main} />}
      <div className={styles.rest}>
        {yours.length > 0 && <OtherSteps lead={main ? 'You can also' : 'You can'} steps={yours} />}
        {theirs.length > 0 && <OtherSteps lead="Steps for others" steps={theirs} />}
      </div>
    </Section>
  );
}

const ICONS: Record<Standing, { icon: React.ReactNode; surface: string | undefined }> = {
  ready: {
    icon: <StatusSuccessIcon label="" color="var(--ds-icon-success)" />,
    surface: styles.ready,
  },
  lacking: {
    icon: <StatusWarningIcon label="" color="var(--ds-icon-warning)" />,
    surface: styles.lacking,
  },
  'for others': { icon: <LockLockedIcon label="" color="var(--ds-icon-subtle)" />, surface: styles.others },
};

function MainStep({ step }: { step: TransitionOutlook }) {
  const standing = standingOf(step);
  const { icon, surface } = ICONS[standing];
  return (
    <div className={`${styles.main} ${surface}`}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.words}>
        <p className={styles.headline}>{headline(step, standing)}</p>
        {standing === 'ready' && <p>Choose {step.name} where the ticket shows its status.</p>}
        {standing === 'lacking' && <Checklist lacks={step.lacks} />}
        {standing === 'for others' && step.whyNot && <p>{step.whyNot}</p>}
        {standing === 'for others' && step.lacks.length > 0 && (
          <Disclosure summary={`${things(step.lacks.length)} still missing for it`}>
            <Checklist lacks={step.lacks} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

function headline({ name, who, lacks }: TransitionOutlook, standing: Standing): string {
  if (standing === 'ready') return `${name}: you can do it now`;
  if (standing === 'lacking') return `${name}: ${things(lacks.length)} still missing`;
  return `${name}: ${who}`;
}

function things(count: number): string {
  return count === 1 ? '1 thing is' : `${count} things are`;
}

function Checklist({ lacks }: { lacks: readonly Lack[] }) {
  return (
    <ul className={styles.lacks}>
      {lacks.map(lack => (
        <li key={lack.code + lack.message} className={styles.lack}>
          <span className={styles.icon}>
            <CheckboxUncheckedIcon label="To do:" color="var(--ds-icon-subtle)" />
          </span>
          <span>{lackWords(lack)}</span>
        </li>
      ))}
    </ul>
  );
}

function OtherSteps({ lead, steps }: { lead: string; steps: readonly TransitionOutlook[] }) {
  return (
    <Disclosure summary={`${lead}: ${steps.map(({ name }) => name).join(', ')}`}>
      <ul className={styles.steps}>
        {steps.map(step => (
          <li key={step.name} className={styles.step}>
            <p>
              <span className={styles.stepName}>{step.name}</span>{' '}
              <span className={styles.quiet}>· {step.who}</span>
            </p>
            {step.whyNot && <p className={styles.quiet}>{step.whyNot}</p>}
            {step.lacks.length > 0 && <Checklist lacks={step.lacks} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
