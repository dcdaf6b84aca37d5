import type { AccountId } from '../shared/account';
import { contentHash, sortedBy } from '../shared/content-hash';
import type { CloudService } from './cloud-service';
import type { Finding } from './findings/finding';
import type { DraftResponsibility } from './responsibility';
import type { Role, RoleKey } from './role';

/** The draft of the next version of the matrix, without its rows. At most one is there at a time. */
export interface MatrixDraft {
  /** The version it becomes. */
  number: number;
  /** The version that it was begun from. */
  base: number;
  /**
   * `importing`: its rows are being replaced, or that was cut short. `open`: for edits. `submitted`: waits for the
   * decision. `closing`: is becoming a version. Rows are written in the first two only.
   */
  state: 'importing' | 'open' | 'submitted' | 'closing';
  /** Everyone who wrote in it, in the order in which they began. */
  authors: readonly AccountId[];
  /** Goes up with every change, so that no one overwrites what they have not seen. */
  revision: number;
  /** The id of the Responsibility change that it waits in, or was last bound to; null before it has one. */
  ticket: string | null;
  /** The role that approves matrices once this one is approved; null where that stays as it is. */
  matrixApproverRole: RoleKey | null;
}

/** What a Responsibility change is about, as a gate sees it: the draft and what is wrong with it. */
export interface MatrixChange {
  number: number;
  base: number;
  /** The newest version there is: another than the base means that the draft is out of date. */
  newest: number;
  isImporting: boolean;
  authors: readonly AccountId[];
  /** Of its rows and of what they name, whatever their order, and of the role that approves matrices then. */
  hash: string;
  errors: readonly Finding[];
}

/** What of a change is part of a decision. */
export type DecidedChange = Pick<MatrixChange, 'number' | 'base' | 'hash'>;

/** A draft's rows beside the registers that they name. */
export interface DraftContent {
  rows: readonly DraftResponsibility[];
  roles: readonly Role[];
  services: readonly CloudService[];
}

/** Of the registers what the rows name: what a version of them keeps. */
export function namedIn({ rows, roles, services }: DraftContent): Pick<DraftContent, 'roles' | 'services'> {
  const namedRoles = new Set(
    rows.flatMap(row => [...row.accountable, ...row.responsible, ...row.consulted, ...row.informed]),
  );
  const namedServices = new Set(rows.map(({ service }) => service));
  return {
    roles: roles.filter(({ key }) => namedRoles.has(key)),
    services: services.filter(({ key }) => namedServices.has(key)),
  };
}

/**
 * Of the rows and of what they name, as the registers have it: the same in any order. What is approved is what a version
 * will say, so that a service that changes after it was submitted makes it another draft.
 * Source: domain rules, "Responsibility change", "Matrix version".
 */
export function draftHash(
  draft: DraftContent,
  { matrixApproverRole }: Pick<MatrixDraft, 'matrixApproverRole'>,
): string {
  const { roles, services } = namedIn(draft);
  return contentHash({
    ...(matrixApproverRole === null ? {} : { matrixApproverRole }),
    rows: sortedBy(draft.rows, ({ id }) => id),
    roles: sortedBy(roles, ({ key }) => key),
    services: sortedBy(services, ({ key }) => key),
  });
}
