import { exportAccounts } from '../../application/cloud-accounts/export-accounts';
import {
  exportEvidence,
  readEvidence,
  type EvidenceQuestion,
} from '../../application/evidence/read-evidence';
import { whoIsWho } from '../../application/evidence/who-is-who';
import { evidenceCursor } from '../../contract/evidence';
import type { RegisterExported } from '../../contract/registers';
import type { Reply } from '../../contract/reply';
import { ticketSubject } from '../../domain/evidence/evidence-entry';
import type { Ports } from '../ports';
import { answered, refused, type Handlers } from './functions';
import { say } from '../../domain/shared/sentence';

/** Entries on one page of `evidence.list`. */
const EVIDENCE_PAGE = 100;

/** What is on record, as it is, and in words. */
export function evidenceHandlers(ports: Ports): Handlers<'evidence.list' | 'evidence.read'> {
  return {
    'evidence.list': async ({ subject, kind, cursor }) => {
      const page = await ports.ledger.list({
        limit: EVIDENCE_PAGE,
        ...(subject === undefined ? {} : { subject }),
        ...(kind === undefined ? {} : { kinds: [kind] }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      const { people } = await whoIsWho(ports.people, page.entries);
      const named = people.map(({ pseudonym, accountId, name }) => ({ pseudonym, accountId, name }));
      return answered({ ...page, people: named });
    },
    'evidence.read': async asked => {
      const question = await questionOf(ports, asked);
      return question.ok ? answered(await readEvidence(ports, question.data)) : question;
    },
  };
}

interface Asked {
  ticket?: string | undefined;
  kind?: string | undefined;
  cursor?: string | undefined;
}

/** The registers that are for reading only, as files. */
export async function exportForReading(
  ports: Ports,
  dataset: 'accounts' | 'evidence',
  asked: Asked,
): Promise<Reply<RegisterExported>> {
  if (dataset === 'accounts') return answered(await exportAccounts(ports));
  const question = await questionOf(ports, asked);
  return question.ok ? answered(await exportEvidence(ports, question.data)) : question;
}

/** A ticket is meant by the key that it has now; evidence is kept by its id, which stays. */
async function questionOf(
  { permissions }: Ports,
  { ticket, kind, cursor }: Asked,
): Promise<Reply<EvidenceQuestion>> {
  if (cursor !== undefined && !evidenceCursor.safeParse(cursor).success)
    return refused('BAD_REQUEST', 'This is not from an earlier page.');
  const found = ticket === undefined ? undefined : await permissions.browsableTicket(ticket);
  if (ticket !== undefined && !found)
    return refused('NOT_FOUND', say`There is no ticket ${ticket.slice(0, 40)}, or you can’t see it.`);
  return answered({
    ...(found ? { subject: ticketSubject(found.id) } : {}),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(cursor === undefined ? {} : { cursor }),
  });
}
