import type { AccountId } from '../shared/account';
import type { Names } from '../evidence/define-evidence';
import { dayInWords } from '../shared/date-in-words';
import type { Instant } from '../shared/instant';
import type { RoleHolder } from './role';
import { say } from '../shared/sentence';

/** A change of the holders register, as it is on record: the facts of a `role-holder-changed` entry. */
export type HolderChange =
  | { kind: 'begins'; period: RoleHolder; replaces: readonly RoleHolder[] }
  | { kind: 'ends'; period: RoleHolder; to: Instant };

/** Whether a change is told to someone: the old holder, the new one, and the matrix approver. Source: domain rules, "Appointments". */
export function concerns(change: HolderChange, reader: AccountId, isMatrixApprover: boolean): boolean {
  const replaced = change.kind === 'begins' ? change.replaces : [];
  return isMatrixApprover || [change.period, ...replaced].some(({ accountId }) => accountId === reader);
}

/** The change in one sentence or two, to be read by anyone. Days are UTC. */
export function noticeOf(change: HolderChange, { person, role }: Names): string {
  const { period } = change;
  const what = say`${period.capacity} of the role ${role(period.role)}`;
  if (change.kind === 'ends')
    return say`${person(period.accountId)} is ${what} until ${dayInWords(change.to)}.`;
  const until = period.to === null ? '' : say` until ${dayInWords(period.to)}`;
  const begins = say`${person(period.accountId)} is ${what} from ${dayInWords(period.from)}${until}.`;
  const before = change.replaces.map(({ accountId }) => accountId).filter(each => each !== period.accountId);
  return before.length === 0 ? begins : say`${begins} Until then it is ${before.map(person)}.`;
}
