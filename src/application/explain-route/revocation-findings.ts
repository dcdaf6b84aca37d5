import type { Lack } from '../../contract/route-explain';
import { revocationDue, revocationMessage } from '../../domain/access/revocation';
import type { NameOf } from '../../domain/shared/account';
import type { Route } from '../../domain/responsibility/route';
import type { Instant } from '../../domain/shared/instant';
import { observedTransitions } from '../../domain/ticket/observed-transition';
import type { Ticket } from '../../domain/ticket/ticket';
import type { WorkType } from '../../domain/work-type/work-type';
import type { DecisionRecords } from '../../ports/decisions';

/** Access that has ended and was not revoked, until it is. Source: domain rules, "Access". */
export function revocationFindings(
  ticket: Ticket,
  workType: WorkType,
  { decisions }: DecisionRecords,
  route: Route | null,
  name: NameOf,
  at: Instant,
): Lack[] {
  const observed = observedTransitions(ticket, workType, decisions);
  const end = revocationDue({ ticket, workType, observed }, at);
  if (!end) return [];
  const message = revocationMessage(ticket, end, route?.performer ?? null, name);
  return [{ code: 'REVOCATION_DUE', message }];
}
