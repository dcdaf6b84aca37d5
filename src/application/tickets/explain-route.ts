import type { Lack, RouteExplanation } from '../../contract/route-explain';
import { openBypasses } from '../../domain/bypass/bypass';
import { sameRoute, storedForm } from '../../domain/routing/stored-route';
import { routeOf, ticketResponsibility } from '../../domain/routing/ticket-route';
import { routeReason } from '../../domain/routing/route-words';
import { listed, say } from '../../domain/shared/sentence';
import { nameIn, type AccountId } from '../../domain/shared/account';
import { filesAddedLater } from '../../domain/ticket/decided-files';
import { keptOut, involvementInWords } from '../../domain/ticket/excluded-people';
import type { TicketStory } from '../../domain/ticket/story';
import { NO_CHANGES } from '../../domain/ticket/ticket';
import { isFinal } from '../../domain/work-type/work-type';
import type { Clock } from '../../ports/clock';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Tickets } from '../../ports/tickets';
import { personNamed } from '../people/person-named';
import { bypassFindings } from './bypass-findings';
import { decisionsSoFar } from './decisions-so-far';
import { everyone } from './everyone';
import { lookToExplain, type Looked } from './look-at-tickets';
import type { LookPorts } from './look-ports';
import type { TicketKinds } from './reading';
import { responsibilityRows } from './responsibility-rows';
import { transitionOutlooks, unroutedLack } from './transition-outlooks';

export interface ExplainRoutePorts extends LookPorts {
  kinds: TicketKinds;
  tickets: Pick<Tickets, 'read'>;
  ledger: Pick<Ledger, 'list'>;
  people: Pick<People, 'called'>;
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
  const ticket = await ports.tickets.read(ticketId);
  if (!ticket) return undefined;
  const at = ports.clock.now();
  const looked = await lookToExplain(ports, ticket, { kinds: ports.kinds, at });
  const { story, records } = looked;
  const { workType } = story;
  const excluded = keptOut(story);
  const open = openBypasses(story, records.routings, new Set(records.marks.map(({ id }) => id)));
  const expected = open.flatMap(bypass => bypass.expected);
  const accounts = await everyone(ports.directory, looked, [...excluded.keys(), ...expected]);
  const nameOf = nameIn(accounts);
  const person = personNamed(accounts);
  const route = routeAmong(looked, accounts);
  const isOver = isFinal(workType, ticket.status);
  const decider = route.ok ? route.value : null;
  const { rows, findings } = responsibilityRows(records, decider, accounts, at);
  const { matrix } = records;
  const told = { story, accountable: decider?.accountable ?? null, name: nameOf };
  const found = { route, name: nameOf, at };
  return {
    issueKey: ticket.key,
    workType: workType.name,
    status: ticket.status,
    final: isOver,
    ...ticketResponsibility(ticket, workType),
    matrix: matrix && {
      version: matrix.number,
      approvedBy: person(matrix.approvedBy),
      effectiveFrom: matrix.effectiveFrom,
    },
    route: decider && {
      accountable: person(decider.accountable),
      role: decider.roleName,
      performer: person(decider.performer),
      responsibility: decider.by === 'matrix' ? decider.responsibility : '',
      reason: routeReason(decider, nameOf),
    },
    unrouted: route.ok ? null : unroutedLack(route.refusal, nameOf),
    stale: !isOver && decider !== null && !sameRoute(ticket.appFields, storedForm(decider)),
    excluded: [...excluded].map(([account, because]) => ({
      person: person(account),
      because: involvementInWords(because, 'someone', workType),
    })),
    transitions: transitionOutlooks(looked, reader, nameOf),
    rows,
    findings: [
      ...(await bypassFindings(ports, open, told)),
      ...(looked.kind.rules.explain?.(story, looked.subject, found) ?? []),
      ...filesLeftOut(story),
      ...findings,
    ],
    decisions: decisionsSoFar(story, person),
  };
}

/** What a reader must know is no part of what is decided. */
function filesLeftOut(story: TicketStory): Lack[] {
  const { ticket, workType } = story;
  const later = ticket.status === workType.initialStatus ? [] : filesAddedLater(story);
  if (later.length === 0) return [];
  const names = listed(later.map(({ filename }) => filename));
  const [were, are] = later.length === 1 ? ['was', 'isn’t'] : ['were', 'aren’t'];
  const message = say`${names} ${were} added later and ${are} part of what was submitted: decide without, or use Rework and have it submitted again.`;
  return [{ code: 'FILE_ADDED_LATER', message }];
}

/** The route, now that everyone is known who could decide. */
function routeAmong(
  { story, subject, allocation, records, at }: Looked,
  accounts: Looked['accounts'],
): Looked['route'] {
  const among = { ...allocation, accounts };
  return routeOf(story, NO_CHANGES, { allocation: among, subject, settings: records.settings, at });
}
