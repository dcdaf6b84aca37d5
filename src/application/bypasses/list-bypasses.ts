import type {
  BypassesListed,
  BypassListed,
  BypassStanding,
  MutualApprovalsListed,
} from '../../contract/bypasses';
import type { MutualApprovals } from '../../domain/bypass/mutual-approvals';
import { happenedInWords } from '../../domain/bypass/bypass-words';
import { judgesAt, mayAcknowledge, type Judges } from '../../domain/bypass/acknowledgement';
import { isJudged, type Obligation } from '../../domain/obligation/obligation';
import { troubleMessage } from '../../domain/obligation/obligation-words';
import { roleNameIn } from '../../domain/responsibility/role';
import { nameIn, type AccountId, type NameOf } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Decisions } from '../../ports/decisions';
import type { ConfigurationDrift } from '../../ports/configuration-drift';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { Obligations } from '../../ports/obligations';
import type { People } from '../../ports/people';
import { bypassesOnRecord, type BypassOnRecord } from './bypasses-on-record';
import { readJudges } from './judges';
import { mutualApprovalsOnRecord } from './mutual-approvals-on-record';

/** The others follow once these are settled. What is listed can be acknowledged. */
export const TROUBLES_SHOWN = 200;

/** Of people who approved for each other: the count says how many there are. */
const APPROVALS_SHOWN = 20;

/** As many of those that are not open any more as are shown; the others are in the evidence. */
const CLOSED_SHOWN = 200;

/**
 * Bypasses, with what became of each, people who approve for each other, tickets that something rests on and that can't
 * be checked any more, and what was changed in the configuration: for administrators, auditors and the matrix approver. Nothing for everyone else, who sees it on the tickets that they may browse.
 * @param isOverseer - whether the reader is an administrator or an auditor
 * Source: white-space requirement 6.
 */
export async function listBypasses(
  ports: {
    ledger: Ledger;
    people: People;
    decisions: Pick<Decisions, 'registersAsOf'>;
    directory: Directory;
    provisioning: ConfigurationDrift;
    obligations: Pick<Obligations, 'inTrouble'>;
  },
  { reader, isOverseer }: { reader: AccountId; isOverseer: boolean },
  at: Instant,
): Promise<BypassesListed> {
  const judges = await readJudges(ports, at);
  const acting = judgesAt(judges, at);
  if (!isOverseer && !acting.includes(reader)) return { overseen: null };
  const { bypasses, nameOf } = await bypassesOnRecord(ports);
  const listed = bypasses.map(bypass => shown(bypass, nameOf, reader, judges, at));
  const troubles = (await ports.obligations.inTrouble(TROUBLES_SHOWN)).flatMap(obligation =>
    troubleListed(obligation, mayAcknowledge(reader, new Set(), judges, at).ok),
  );
  const mutual = await mutualApprovalsOnRecord(ports, at);
  const [judge = null] = acting;
  const { matrixApproverRole: role, roles, accounts } = judges;
  return {
    overseen: {
      bypasses: [
        ...troubles,
        ...listed.filter(({ standing }) => standing.state === 'open'),
        ...listed.filter(({ standing }) => standing.state !== 'open').slice(0, CLOSED_SHOWN),
      ],
      mutual: mutual.found.map(one => mutualListed(one, mutual.nameOf)),
      repairs: await ports.provisioning.repairsOnRecord(),
      judge: {
        roleName: roleNameIn(roles, role),
        person: judge && nameIn(accounts)(judge),
      },
    },
  };
}

function mutualListed({ people, approvals }: MutualApprovals, name: NameOf): MutualApprovalsListed {
  const newest = approvals.slice(0, APPROVALS_SHOWN);
  return {
    people: people.map(name),
    count: approvals.length,
    approvals: newest.map(({ ticketKey, at, approver }) => ({ ticketKey, at, by: name(approver) })),
  };
}

/** What keeps a ticket from being checked ends by itself where it stands in another status: no one need judge it. */
function troubleListed(obligation: Obligation, youMay: boolean): BypassListed[] {
  const { ticketKey, trouble } = obligation;
  if (!trouble) return [];
  const youMayAcknowledge = youMay && isJudged(trouble);
  const standing = { state: 'open', youMayAcknowledge } as const;
  return [{ id: trouble.id, ticketKey, when: trouble.since, message: troubleMessage(obligation), standing }];
}

function shown(
  bypass: BypassOnRecord,
  name: NameOf,
  reader: AccountId,
  judges: Judges,
  at: Instant,
): BypassListed {
  const { id, facts } = bypass.found;
  const { ticketKey, when } = facts;
  const message = happenedInWords(facts, name);
  return { id, ticketKey, when, message, standing: standingOf(bypass, name, reader, judges, at) };
}

function standingOf(
  { found, resolved, acknowledged }: BypassOnRecord,
  name: NameOf,
  reader: AccountId,
  judges: Judges,
  at: Instant,
): BypassStanding {
  if (resolved) return { state: 'resolved', at: resolved.at };
  if (acknowledged) {
    const { roleName, reason } = acknowledged.facts;
    const by = name(acknowledged.actor ?? '');
    return { state: 'acknowledged', at: acknowledged.at, by, roleName, reason };
  }
  const involved = new Set(found.actor === null ? [] : [found.actor]);
  return { state: 'open', youMayAcknowledge: mayAcknowledge(reader, involved, judges, at).ok };
}
