import type { RouteExplanation } from '../contract/route-explain';
import { sameRoute, storedForm } from '../domain/routing/stored-route';
import { routeOf, ticketResponsibility } from '../domain/routing/ticket-route';
import { routeReason } from '../domain/routing/route-words';
import { nameIn, type AccountId } from '../domain/shared/account';
import { openBypasses } from '../domain/bypass/bypass';
import { excludedPeople, involvementInWords } from '../domain/ticket/excluded-people';
import { NO_CHANGES } from '../domain/ticket/ticket';
import { isFinal } from '../domain/work-type/work-type';
import { workTypeNamed } from '../domain/catalogue/work-types';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Directory } from '../ports/directory';
import type { Ledger } from '../ports/ledger';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { Decisions } from '../ports/decisions';
import type { MatrixVersions } from '../ports/matrix-versions';
import type { Roles } from '../ports/roles';
import type { Services } from '../ports/services';
import type { Tickets } from '../ports/tickets';
import { allocationFor } from './allocation';
import { matrixChangeOf, withAuthors } from './matrix/matrix-change';
import { bypassFindings } from './explain-route/bypass-findings';
import { accountTicketFindings } from './explain-route/account-ticket-findings';
import { decisionsSoFar } from './explain-route/decisions-so-far';
import { everybody } from './explain-route/everybody';
import { personNamed } from './people/person-named';
import { revocationFindings } from './explain-route/revocation-findings';
import { responsibilityRows } from './explain-route/responsibility-rows';
import { transitionOutlooks, unroutedLack } from './explain-route/transition-outlooks';

export interface ExplainRoutePorts {
  tickets: Tickets;
  decisions: Decisions;
  directory: Directory;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  cloudAccounts: CloudAccounts;
  ledger: Ledger;
  clock: Clock;
}

/**
 * Explains one ticket to one reader: who decides and why, what is missing, the shared-responsibility rows of its
 * service, and the decisions so far. The caller must have made sure that the reader can browse the ticket.
 * Undefined when the ticket is none of ours.
 * Source: requirements R11, W8; white-space 5.
 */
export async function explainRoute(
  ports: ExplainRoutePorts,
  ticketId: string,
  reader: AccountId,
): Promise<RouteExplanation | undefined> {
  const read = await ports.tickets.read(ticketId);
  if (!read) return undefined;
  const matrixChange = await matrixChangeOf(ports, read);
  const ticket = withAuthors(read, matrixChange);
  const workType = workTypeNamed(ticket.workType);
  const at = ports.clock.now();
  const reading = { decisions: { records: ports.decisions.recordsToExplain }, directory: ports.directory };
  const found = await allocationFor(reading, ticket, workType, NO_CHANGES, at);
  const { service, domain, activity } = ticketResponsibility(ticket, workType);
  const excluded = excludedPeople(ticket, workType);
  const open = openBypasses(ticket, workType, found.records);
  const expected = open.flatMap(bypass => bypass.expected);
  const accounts = await everybody(ports.directory, found, [...excluded.keys(), ...expected]);
  const nameOf = nameIn(accounts);
  const person = personNamed(accounts);
  const outcome = routeOf(ticket, workType, NO_CHANGES, { ...found.allocation, accounts }, at);
  const route = outcome.ok ? outcome.value : null;
  const isOver = isFinal(workType, ticket.status);
  const { rows, findings } = responsibilityRows(found.records, route, accounts, at);
  const { matrix } = found.records;
  return {
    issueKey: ticket.key,
    workType: workType.name,
    status: ticket.status,
    final: isOver,
    service,
    domain,
    activity,
    matrix: matrix && {
      version: matrix.number,
      approvedBy: person(matrix.approvedBy),
      effectiveFrom: matrix.effectiveFrom,
    },
    route: route && {
      accountable: person(route.accountable),
      role: route.roleName,
      performer: person(route.performer),
      responsibility: route.responsibility,
      reason: routeReason(route, nameOf),
    },
    unrouted: outcome.ok ? null : unroutedLack(outcome.refusal, nameOf),
    stale: !isOver && route !== null && !sameRoute(ticket.appFields, storedForm(route)),
    excluded: [...excluded].map(([account, because]) => ({
      person: person(account),
      because: involvementInWords(because, 'somebody', workType),
    })),
    transitions: transitionOutlooks(
      { ticket, workType, screen: NO_CHANGES, matrixChange, at },
      found,
      reader,
      nameOf,
    ),
    rows,
    findings: [
      ...(await bypassFindings(ports.ledger, open, {
        ticket,
        workType,
        accountable: route?.accountable ?? null,
        name: nameOf,
      })),
      ...revocationFindings(ticket, workType, found.records, route, nameOf, at),
      ...(await accountTicketFindings(ports, ticket, found.records)),
      ...findings,
    ],
    decisions: decisionsSoFar(ticket, workType, found.records, person),
  };
}
