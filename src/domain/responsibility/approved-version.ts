import type { AccountId } from '../shared/account';
import { toInstant, type Instant } from '../shared/instant';
import { DOMAINS } from './domains';
import { matrixHash, type MatrixContent, type MatrixVersion } from './matrix-version';
import { namedIn, type DraftContent } from './matrix-change';
import type { Responsibility } from './responsibility';

/** Who approved which draft, and when. */
interface Approval {
  number: number;
  author: AccountId;
  approvedBy: AccountId;
  approvedAt: Instant;
  /** The day from which it was meant to hold, `YYYY-MM-DD`, or none. */
  wantedFrom: string | null;
  changeTicket: string;
}

/**
 * What an approved version of the draft holds: its rows, and of the registers what they name, so that it can be read by
 * itself, whatever becomes of the registers. Undefined when a row has not exactly one accountable role, or a domain
 * that is none. Source: domain rules, "Matrix version"; requirement R3.
 */
export function approvedContent({ rows, roles, services }: DraftContent): MatrixContent | undefined {
  const approved = rows.flatMap((row): Responsibility[] => {
    const [accountable, ...others] = row.accountable;
    const domain = DOMAINS.find(known => known === row.domain);
    return accountable === undefined || others.length > 0 || !domain ? [] : [{ ...row, accountable, domain }];
  });
  if (approved.length < rows.length) return undefined;
  return { rows: approved, ...namedIn({ rows, roles, services }) };
}

/** The version itself. It is in force from the day that was wanted, and never before its approval. */
export function approvedVersion(content: MatrixContent, approval: Approval): MatrixVersion {
  const { wantedFrom, ...approved } = approval;
  const wanted = wantedFrom === null ? approval.approvedAt : toInstant(wantedFrom);
  return {
    ...approved,
    contentHash: matrixHash(content),
    effectiveFrom: wanted > approval.approvedAt ? wanted : approval.approvedAt,
  };
}
