import { normaliseAccountId } from '../../cloud-account/cloud-account';
import { accountFindings } from '../../cloud-account/account-findings';
import { recording, type Step } from '../../effects/effect';
import { ticketFacts } from '../../evidence/facts';
import type { Found } from '../../plan/found';
import { notice } from '../../plan/notice';
import type { WorkTypeRules } from '../../plan/rules';
import { means, type ObservedTransition } from '../../ticket/observed-transition';
import type { TicketStory } from '../../ticket/story';
import { say } from '../../shared/sentence';
import { fieldAfter } from '../../ticket/ticket';
import type { CloudAccountCommand } from './account-command';
import { cloudAccountNotRegistered, cloudAccountRegistered } from './account-evidence';
import type { AccountSubject } from './account-subject';
import { ownerSteps } from './owner-steps';
import { unfollowed } from './ownership';

/**
 * Provisioning makes the reserved account an entry of the register; from then on register and ticket are kept in step.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export const ACCOUNT_RULES: WorkTypeRules<AccountSubject> = {
  entails: registrationSteps,
  plan: (story, { registered }, found) => (registered ? ownerSteps(story, registered, found) : []),
  explain: (_, { registered, service }, { name }) => {
    if (!registered) return [];
    const { account, edit, accounts } = registered;
    const message = edit && say`${unfollowed(account, edit, name)}.`;
    const findings = accountFindings([account], service ? [service] : [], accounts);
    return [
      ...(message === undefined ? [] : [{ code: 'OWNER_NOT_FOLLOWED', message }]),
      ...findings.map(({ code, message: words }) => ({ code, message: words })),
    ];
  },
};

/** Nothing is registered when the reservation is gone: then evidence says that it was not, and readers are told. */
function registrationSteps(
  { ticket }: TicketStory,
  transition: ObservedTransition,
  { reservations }: AccountSubject,
  found: Found,
): Step[] {
  const { change, actor, decision } = transition;
  if (!means(transition, 'fulfil') || !decision) return [];
  const facts = { ...ticketFacts(ticket), change, decision: decision.id };
  const record = cloudAccountRegistered.entry({ at: found.at, actor, facts }, found.pseudonymOf);
  const lost = cloudAccountNotRegistered.entry({ at: found.at, actor, facts }, found.pseudonymOf);
  if (found.standing.recorded.has(lost.id))
    return notice(ticket, found, `${record.id}-absent`, () => [[RESERVATION_LOST]]);
  const accountId = normaliseAccountId(fieldAfter(ticket, 'accountId', change) ?? '');
  const command: CloudAccountCommand = {
    register: 'cloud accounts',
    kind: 'confirm',
    ticket: ticket.id,
    accountId,
    at: transition.at,
    held: reservations,
  };
  return [{ effects: [{ do: 'advance', command }], records: [record], otherwise: recording(lost) }];
}

const RESERVATION_LOST =
  'This cloud account is not in the register: its reservation expired before Remit saw the transition, and another ticket took the identifier. Check Account ID on both.';
