import { z } from 'zod';
import type { EvidenceRead } from '../../contract/evidence';
import type { RegisterExported } from '../../contract/registers';
import type { Names } from '../../domain/responsibility/appointment-notice';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { roleNameIn } from '../../domain/responsibility/role';
import { nameIn, type AccountId } from '../../domain/shared/account';
import type { Directory } from '../../ports/directory';
import type { Ledger, EvidenceQuery } from '../../ports/ledger';
import type { Roles } from '../../ports/roles';
import { csvOf } from '../files/write-csv';
import { KINDS_IN_WORDS } from './entry-words';

export interface ReadEvidencePorts {
  ledger: Ledger;
  directory: Directory;
  roles: Roles;
}

/** What of the evidence is asked for; it is answered a page at a time. */
export type EvidenceQuestion = Omit<EvidenceQuery, 'limit'>;

/** Entries on one page. */
const PAGE = 50;
/** Entries of one part of a file: some carry a whole workflow. */
const PART = 100;

/** A page of what is on record, newest first, in words beside the facts; names are those of now. */
export async function readEvidence(
  ports: ReadEvidencePorts,
  question: EvidenceQuestion,
): Promise<EvidenceRead> {
  const { entries, cursor } = await ports.ledger.list({ ...question, limit: PAGE });
  const kinds = Object.entries(KINDS_IN_WORDS).map(([kind, { title }]) => ({ kind, title }));
  const page = { entries: await inWords(ports, entries), kinds };
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
  const lines = (await inWords(ports, entries)).map(entry =>
    COLUMNS.map(column => (column === 'facts' ? JSON.stringify(entry.facts) : (entry[column] ?? ''))),
  );
  const header = question.cursor === undefined ? [COLUMNS] : [];
  const file = { fileName: 'evidence.csv', csv: csvOf([...header, ...lines]) };
  return cursor === undefined ? file : { ...file, cursor };
}

const ofTicket = z.looseObject({ ticketKey: z.string() });

async function inWords(
  ports: ReadEvidencePorts,
  entries: readonly EvidenceEntry[],
): Promise<EvidenceRead['entries']> {
  const mentioned = new Set<AccountId>(entries.flatMap(({ actor }) => actor ?? []));
  const roles = await ports.roles.list();
  const role = (key: string) => roleNameIn(roles, key);
  // Whom a sentence names is known once it was said.
  const noting: Names = { role, person: account => (mentioned.add(account), account) };
  for (const { kind, facts } of entries) KINDS_IN_WORDS[kind].sentence(facts, noting);
  const accounts = await ports.directory.accounts([...mentioned]);
  const names: Names = { role, person: nameIn(accounts) };
  return entries.map(({ id, at, kind, actor, subject, facts }) => {
    const { title, sentence } = KINDS_IN_WORDS[kind];
    const ticket = ofTicket.safeParse(facts).data?.ticketKey ?? null;
    const by = actor && names.person(actor);
    return { id, at, kind, title, message: sentence(facts, names), by, actor, ticket, subject, facts };
  });
}
