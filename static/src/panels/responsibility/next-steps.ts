import type { TransitionOutlook } from '../../../../src/contract/route-explain';

/** Transitions that take a ticket back or out, by their names in the public contract. */
const STEPS_BACK: ReadonlySet<string> = new Set(['Reject', 'Rework', 'Withdraw', 'Revoke', 'Retire']);

export interface NextSteps {
  /** The step that brings the ticket forward; null when there is none. */
  main: TransitionOutlook | null;
  /** The other steps that the reader may take. */
  yours: TransitionOutlook[];
  /** The other steps, which are for others. */
  theirs: TransitionOutlook[];
}

/** Sorts the steps out of a status by what they are to the reader. */
export function nextSteps(transitions: readonly TransitionOutlook[]): NextSteps {
  const main = transitions.find(({ name }) => !STEPS_BACK.has(name)) ?? null;
  const others = transitions.filter(transition => transition !== main);
  return {
    main,
    yours: others.filter(({ youMay }) => youMay),
    theirs: others.filter(({ youMay }) => !youMay),
  };
}

/** How a step stands for the reader. */
export type Standing = 'ready' | 'lacking' | 'for others';

export function standingOf({ youMay, lacks }: TransitionOutlook): Standing {
  if (!youMay) return 'for others';
  return lacks.length === 0 ? 'ready' : 'lacking';
}
