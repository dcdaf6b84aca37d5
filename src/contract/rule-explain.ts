import { z } from 'zod';
import { answers } from './function-entry';
import { requiredText } from './text';

/** `rule.explain`: what Remit's rules do at one transition of a workflow. For the person who is signed in: it is no secret. */
export const ruleExplainRequest = z.strictObject({
  workType: requiredText(255),
  /** The statuses that the transition leads from and to: no two of a work type share both. */
  from: requiredText(255),
  to: requiredText(255),
  /** The rule that the page is shown for, exactly as Jira has it: it is compared, not read. */
  seen: z
    .strictObject({
      kind: z.enum(['condition', 'gate']),
      config: z.record(z.string().max(64), z.string().max(10_000)),
    })
    .optional(),
});

/** Against what set-up makes; `unknown`: Jira does not let Remit read it. */
export type RuleStanding = 'as set up' | 'changed' | 'unknown';

export interface RuleExplanation {
  /** Who may make the transition, as a sentence. */
  who: string;
  /** What its gates check, a sentence each, in their order; empty when it has none. */
  checks: string[];
  /** Whether who may make it, and what its gates check, is decided in Jira as it says here. */
  standing: { condition: RuleStanding; gates: RuleStanding };
}

export const ruleFunctions = {
  'rule.explain': {
    about: 'Shows what the rules of one workflow transition do.',
    audience: 'reader',
    effect: 'reads',
    request: ruleExplainRequest,
    answer: answers<RuleExplanation>(),
  },
} as const;
