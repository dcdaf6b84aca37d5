import type { DecisionQuestion } from '../../../src/ports/decisions';
import { NOW } from '../../support/builders/company';

/** What a decision asks that is about no service, activity or account. */
export const NOTHING_ASKED: Omit<DecisionQuestion, 'ticketId'> = {
  domain: 'Governance',
  activity: '',
  service: null,
  subject: {},
  people: [],
  at: NOW,
};
