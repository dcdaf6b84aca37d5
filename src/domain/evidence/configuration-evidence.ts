import { z } from 'zod';
import { defineEvidence, type FactsOf } from './define-evidence';
import { anythingWithPeople } from './person';
import { say } from '../shared/sentence';

/** What a run of set-up changed in Jira. */
export const configurationApplied = defineEvidence('configuration-applied', {
  version: 1,
  facts: z.strictObject({
    /** The key of the step. */
    step: z.string(),
    specification: z.string(),
    /** In words, in the order in which they began. */
    changes: z.array(z.string()).readonly(),
    /** `interrupted`: the last change may not have taken effect. */
    outcome: z.enum(['as planned', 'interrupted']),
  }),
  title: 'Configuration applied',
  subjectOf: () => 'site',
  distinguishing: ({ outcome: _outcome, ...applied }, at) => ({ ...applied, at }),
  describe: ({ facts: { changes } }) =>
    say`${changes.slice(0, 3).join('. ')}${changes.length > 3 ? say`, and ${String(changes.length - 3)} more` : ''}.`,
});

/** The subject of what is on record about the configuration as a whole. */
export const CONFIGURATION = 'configuration';

const drift = z.strictObject({
  /** Empty where it is not about one. */
  workType: z.string(),
  /** Jira's key of a permission that Remit lacks, or others have; absent where it is about something else. */
  permission: z.string().optional(),
  /** What a run of set-up would do about it. */
  repair: z.string(),
  /** The workflow that was found, rule by rule; null where another is followed in its place. */
  found: z
    .strictObject({
      id: z.string(),
      version: z.unknown(),
      name: z.string(),
      /** Jira's own: rules may name accounts. */
      transitions: z.array(anythingWithPeople()).readonly(),
    })
    .nullable(),
});

/** What of the configuration was changed in Jira. The newest of this and the next kind says how it stands. */
export const configurationDrifted = defineEvidence('configuration-drifted', {
  version: 1,
  facts: z.strictObject({
    /** The id of the entry before it: what happens again is on record again. */
    previous: z.string().nullable(),
    drift: z.array(drift).min(1).readonly(),
  }),
  title: 'Configuration was changed',
  subjectOf: () => CONFIGURATION,
  describe: ({ facts }) => say`To repair: ${facts.drift.map(({ repair }) => repair).join('. ')}.`,
});

export type Drift = FactsOf<typeof configurationDrifted>['drift'][number];

/** That nothing differs from what set-up made any more. */
export const configurationRestored = defineEvidence('configuration-restored', {
  version: 1,
  facts: z.strictObject({ previous: z.string().nullable() }),
  title: 'Configuration restored',
  subjectOf: () => CONFIGURATION,
  describe: () => 'Everything is as Remit set it up.',
});
