import type { AccountId } from '../shared/account';
import type { AppFieldName, FieldName } from '../work-type/fields';
import type { RouteRefusal } from '../responsibility/route';

/** Why a gate keeps a ticket where it is. The set is closed: each code has its words in `messages.ts`. */
export type GateRefusal =
  | RouteRefusal
  | { code: 'FIELD_MISSING'; fields: readonly FieldName[] }
  | { code: 'ACCOUNT_INACTIVE'; field: FieldName; account: AccountId }
  | { code: 'DATE_IN_PAST'; field: FieldName; date: string }
  | {
      code: 'PERIOD_TOO_LONG';
      field: FieldName;
      date: string;
      /** In days. */
      longest: number;
      isPrivileged: boolean;
    }
  | { code: 'OWNER_NOT_NAMED' }
  | { code: 'OWNER_INACTIVE'; account: AccountId }
  | { code: 'OWNER_IS_NOT_A_PERSON'; account: AccountId }
  | { code: 'SECURITY_CONTACT_NOT_NAMED' }
  | { code: 'ROUTE_STALE'; was: AccountId | null; now: AccountId }
  | { code: 'NOT_APPROVED_BY_ACCOUNTABLE' }
  | { code: 'APP_FIELD_FORGED'; fields: readonly AppFieldName[] }
  /** `matrix`: the draft has other rows than were submitted, or a version came between it and the one it was begun from. */
  | { code: 'CONTENT_CHANGED'; fields: readonly FieldName[]; matrix?: 'draft' | 'base' }
  | { code: 'NO_DRAFT' }
  | {
      code: 'MATRIX_HAS_ERRORS';
      count: number;
      /** What the first few of them say. */
      first: readonly string[];
    }
  | { code: 'TRANSITION_UNKNOWN'; from: string; to: string }
  | { code: 'ACCOUNT_ID_MISSING' }
  | {
      code: 'ACCOUNT_ALREADY_REGISTERED';
      provider: string;
      accountId: string;
      ticketKey: string;
    };

export type GateRefusalCode = GateRefusal['code'];
