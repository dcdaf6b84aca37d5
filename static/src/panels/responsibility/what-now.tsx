import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import LockLockedIcon from '@atlaskit/icon/core/lock-locked';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactNode } from 'react';
import type { RouteExplanation, TransitionOutlook } from '../../../../src/contract/route-explain';
import { Disclosure } from '../../components/disclosure';
import { Section } from '../../components/section';
import { Checklist } from './checklist';
import { nextSteps, standingOf, type Standing } from './next-steps';
import styles from './what-now.module.css';

type Unrouted = RouteExplanation['unrouted'];

/** What the reader can do with the ticket now, what is missing for it, and who else can do what. */
export function WhatNow({ explanation }: { explanation: RouteExplanation }) {
  const { status, final, transitions, unrouted } = explanation;
  const { main, yours, theirs } = nextSteps(transitions);
  if (transitions.length === 0) {
    const words = final
      ? say`Nothing left to do: the ticket is ${status}.`
      : say`There are no transitions from ${status}.`;
    return (
      <Section title="What you can do now">
        <p className={styles.quiet}>{words}</p>
      </Section>
    );
  }
  return (
    <Section title="What you can do now">
      {main && <MainStep step={main} unrouted={unrouted} />}
      <div className={styles.rest}>
        {yours.length > 0 && (
          <OtherSteps lead={main ? 'You can also' : 'You can'} steps={yours} unrouted={unrouted} />
        )}
        {theirs.length > 0 && <OtherSteps lead="Others can" steps={theirs} unrouted={unrouted} />}
      </div>
    </Section>
  );
}

const LOOKS: Record<Standing, { icon: ReactNode; surface: string | undefined }> = {
  ready: {
    icon: <StatusSuccessIcon label="" color="var(--ds-icon-success)" />,
    surface: styles.ready,
  },
  lacking: {
    icon: <StatusWarningIcon label="" color="var(--ds-icon-warning)" />,
    surface: styles.lacking,
  },
  'for others': {
    icon: <LockLockedIcon label="" color="var(--ds-icon-subtle)" />,
    surface: styles.others,
  },
};

function MainStep({ step, unrouted }: { step: TransitionOutlook; unrouted: Unrouted }) {
  const standing = standingOf(step);
  const { icon, surface = '' } = LOOKS[standing];
  return (
    <div className={`${styles.main ?? ''} ${surface}`}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.words}>
        <p className={styles.headline}>{headline(step, standing)}</p>
        {standing === 'ready' && <p>Use the status menu.</p>}
        {standing === 'lacking' && <Checklist lacks={step.lacks} unrouted={unrouted} />}
        {standing === 'for others' && <p>{whoMay(step)}</p>}
        {standing === 'for others' && step.lacks.length > 0 && (
          <Disclosure summary={say`${items(step.lacks.length)} to complete first`}>
            <Checklist lacks={step.lacks} unrouted={unrouted} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

function headline({ name, lacks }: TransitionOutlook, standing: Standing): string {
  if (standing === 'ready') return say`You can ${asVerb(name)}`;
  if (standing === 'lacking') return say`Complete ${items(lacks.length)} before you ${asVerb(name)}`;
  return say`Next step: ${name}`;
}

function whoMay({ who, whyNot }: TransitionOutlook): string {
  return whyNot ?? say`Who can do this: ${who}`;
}

/** `Approve` is something people do to a ticket; a name of several words is that of a transition. */
function asVerb(name: string): string {
  return name.includes(' ') ? say`use ${name}` : say`${name.toLowerCase()} this`;
}

function items(count: number): string {
  return count === 1 ? '1 item' : say`${String(count)} items`;
}

interface OtherStepsProps {
  lead: string;
  steps: readonly TransitionOutlook[];
  unrouted: Unrouted;
}

function OtherSteps({ lead, steps, unrouted }: OtherStepsProps) {
  return (
    <Disclosure summary={say`${lead}: ${steps.map(({ name }) => name).join(', ')}`}>
      <ul className={styles.steps}>
        {steps.map(step => (
          <li key={step.name} className={styles.step}>
            <p>
              <span className={styles.stepName}>
                <Typed>{step.name}</Typed>
              </span>{' '}
              <span className={styles.quiet}>{whoMay(step)}</span>
            </p>
            {step.lacks.length > 0 && <Checklist lacks={step.lacks} unrouted={unrouted} />}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
