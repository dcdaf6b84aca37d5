import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { SETTINGS_SUBJECT } from './settings';
import { say } from '../shared/sentence';

/** The settings as they are from then on: the newest entry holds those in force. */
export const settingsChanged = defineEvidence('settings-changed', {
  version: 1,
  facts: z.strictObject({
    accessDays: z.number(),
    privilegedAccessDays: z.number(),
    reviewCadenceDays: z.number(),
    matrixApproverRole: z.string(),
  }),
  title: 'Settings changed',
  subjectOf: () => SETTINGS_SUBJECT,
  distinguishing: (settings, at) => ({ settings, at }),
  describe: ({ facts }, { role }) =>
    say`Access ends after ${String(facts.accessDays)} days, privileged access after ${String(facts.privilegedAccessDays)}; the matrix is reviewed every ${String(facts.reviewCadenceDays)} days; the ${role(facts.matrixApproverRole)} approves it.`,
});
