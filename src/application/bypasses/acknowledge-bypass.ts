import type { BypassAcknowledged } from '../../contract/bypasses';
import {
  judgeRefusalInWords,
  judgesAt,
  mayAcknowledge,
  type JudgeRefusal,
} from '../../domain/bypass/acknowledgement';
import { acknowledgementComment } from '../../domain/bypass/bypass-words';
import { workTypeNamed } from '../../domain/catalogue/work-types';
import { evidenceId } from '../../domain/evidence/evidence-entry';
import { nameIn, type AccountId } from '../../domain/shared/account';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { excludedPeople } from '../../domain/ticket/excluded-people';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import type { Tickets } from '../../ports/tickets';
import { matrixChangeOf, withAuthors } from '../matrix/matrix-change';
import { bypassesOnRecord, type BypassOnRecord } from './bypasses-on-record';
import { readJudges } from './judges';

export interface AcknowledgeBypassPorts {
  tickets: Tickets;
  decisions: Decisions;
  ledger: Ledger;
  directory: Directory;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  clock: Clock;
}

/** With a message for the person who asked. */
export interface AcknowledgeRefusal {
  code: JudgeRefusal['code'] | 'BYPASS_UNKNOWN' | 'NOT_OPEN';
  message: string;
}

/**
 * Records, with a reason, that whoever approves matrices has judged a bypass, and says so on its ticket, once. Nothing
 * is approved by that, and nothing taken back: the next gate stays closed. The same person may repeat it harmlessly.
 * Refuses NOT_MATRIX_APPROVER, INVOLVED, BYPASS_UNKNOWN, NOT_OPEN.
 * Source: white-space requirement 6.
 */
export async function acknowledgeBypass(
  ports: AcknowledgeBypassPorts,
  { bypass: id, reason }: { bypass: string; reason: string },
  person: AccountId,
): Promise<Result<null, AcknowledgeRefusal>> {
  const at = ports.clock.now();
  const judges = await readJudges(ports, at, [person]);
  const name = nameIn(judges.accounts);
  const notYou = (refusal: JudgeRefusal) =>
    refuse({ code: refusal.code, message: judgeRefusalInWords(refusal, name) });
  if (!judgesAt(judges, at).includes(person)) {
    const may = mayAcknowledge(person, new Set(), judges, at);
    if (!may.ok) return notYou(may.refusal);
  }
  const bypass = (await bypassesOnRecord(ports.ledger)).find(({ found }) => found.id === id);
  if (!bypass) return refuse(UNKNOWN);
  const ticket = await ticketOf(ports, bypass);
  const may = mayAcknowledge(person, involvedIn(bypass, ticket), judges, at);
  if (!may.ok) return notYou(may.refusal);
  const standing = closedBy(bypass, person);
  if (standing !== null) return refuse({ code: 'NOT_OPEN', message: standing });
  const { ticketKey } = bypass.found.facts;
  const facts: BypassAcknowledged = bypass.acknowledged?.facts ?? {
    ticketKey,
    bypass: id,
    reason,
    by: name(person),
    roleName: may.value.roleName,
  };
  const { subject } = bypass.found;
  const entry = evidenceId('bypass-acknowledged', subject, { bypass: id });
  await ports.ledger.append({
    id: entry,
    at,
    kind: 'bypass-acknowledged',
    actor: person,
    subject,
    facts: { ...facts },
  });
  if (ticket) await ports.tickets.commentOnce(ticket, entry, acknowledgementComment(facts));
  return allow(null);
}

const UNKNOWN: AcknowledgeRefusal = {
  code: 'BYPASS_UNKNOWN',
  message: 'Nothing of this id has gone past its gates. Load the page anew to see what has.',
};

/** The ticket with everybody who wrote what it puts up; undefined when it is gone, or none of ours any more. */
async function ticketOf(
  ports: AcknowledgeBypassPorts,
  { found }: BypassOnRecord,
): Promise<Ticket | undefined> {
  const ticket = await ports.tickets.read(found.subject.replace(/^ticket:/, ''));
  return ticket && withAuthors(ticket, await matrixChangeOf(ports, ticket));
}

function involvedIn({ found }: BypassOnRecord, ticket: Ticket | undefined): Set<AccountId> {
  const ofTicket = ticket ? excludedPeople(ticket, workTypeNamed(ticket.workType)).keys() : [];
  return new Set([...ofTicket, ...(found.actor === null ? [] : [found.actor])]);
}

/** Why there is nothing to acknowledge any more; null when there is. */
function closedBy({ found, mended, acknowledged }: BypassOnRecord, person: AccountId): string | null {
  if (mended) return `${found.facts.ticketKey} has been put right since: there is nothing to acknowledge.`;
  if (acknowledged && acknowledged.actor !== person)
    return `${acknowledged.facts.by} has acknowledged this already.`;
  return null;
}
