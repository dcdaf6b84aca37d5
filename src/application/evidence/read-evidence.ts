import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../domain/work-types/evidence-kinds';
import type { Names } from '../../domain/evidence/define-evidence';
import type { EvidenceRead } from '../../contract/evidence';
import type { RegisterExported } from '../../contract/registers';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { roleNameIn } from '../../domain/responsibility/role';
import type { Ledger, EvidenceQuery } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Roles } from '../../ports/roles';
import { csvOf } from '../files/write-csv';
import { inWords } from './in-words';
import { whoIsWho } from './who-is-who';

export interface ReadEvidencePorts {
  ledger: Ledger;
  people: People;
  roles: Roles;
}

/** What of the evidence is asked for; it is answered a page at a time. */
export type EvidenceQuestion = Omit<EvidenceQuery, 'limit'>;

/** Entries on one page. */
const PAGE = 50;
/** Entries of one part of a file: some carry a whole workflow. */
const PART = 100;

/** A page of what is on record, newest first, in words beside the facts; names are joined from the people on record. */
export async function readEvidence(
  ports: ReadEvidencePorts,
  question: EvidenceQuestion,
): Promise<EvidenceRead> {
  const { entries, cursor } = await ports.ledger.list({ ...question, limit: PAGE });
  const kinds = EVIDENCE_KINDS.map(({ kind, title }) => ({ kind, title }));
  const page = { entries: await shown(ports, entries), kinds };
  return cursor === undefined ? page : { ...page, cursor };
}

const COLUMNS = [
  'at',
  'kind',
  'title',
  'ticket',
  'actor',
  'by',
  'message',
  'subject',
  'facts',
  'id',
] as const;

/** The same as CSV, every fact included, with formulas neutralised; only the first part has the header. */
export async function exportEvidence(
  ports: ReadEvidencePorts,
  question: EvidenceQuestion,
): Promise<RegisterExported> {
  const { entries, cursor } = await ports.ledger.list({ ...question, limit: PART });
  const lines = (await shown(ports, entries)).map(entry =>
    COLUMNS.map(column => (column === 'facts' ? JSON.stringify(entry.facts) : (entry[column] ?? ''))),
  );
  const header = question.cursor === undefined ? [COLUMNS] : [];
  const file = { fileName: 'evidence.csv', csv: csvOf([...header, ...lines]) };
  return cursor === undefined ? file : { ...file, cursor };
}

const ofTicket = z.looseObject({ ticketKey: z.string() });

async function shown(
  ports: ReadEvidencePorts,
  entries: readonly EvidenceEntry[],
): Promise<EvidenceRead['entries']> {
  const roles = await ports.roles.list();
  const { nameOf } = await whoIsWho(ports.people, entries);
  const names: Names = { role: key => roleNameIn(roles, key), person: nameOf };
  return entries.map(entry => {
    const ticket = ofTicket.safeParse(entry.facts).data?.ticketKey ?? null;
    const by = entry.actor && names.person(entry.actor);
    return { ...entry, ...inWords(entry, names), by, ticket };
  });
}
