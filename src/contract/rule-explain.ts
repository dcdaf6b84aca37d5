import { z } from 'zod';
import { answers } from './function-entry';
import { requiredText } from './text';

/** `rule.explain`: what Remit's rules do at one transition of a workflow. For the person who is signed in: it is no secret. */
export const ruleExplainRequest = z.strictObject({
  workType: requiredText(255),
  /** The statuses that the transition leads from and to: no two of a work type share both. */
  from: requiredText(255),
  to: requiredText(255),
});

export interface RuleExplanation {
  /** Who may make the transition, as a sentence. */
  who: string;
  /** What its gates check, a sentence each, in their order; empty when it has none. */
  checks: string[];
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
