import type { OwnersFound } from '../../contract/owner-find';
import type { OwnerMatch } from '../../domain/responsibility/owner-search/best-owners';
import type { MatrixVersion } from '../../domain/responsibility/matrix-version';
import { actingHolders, roleNameIn, type Role, type RoleHolder } from '../../domain/responsibility/role';
import type { Account, Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { MatrixVersions } from '../../ports/matrix-versions';
import { personNamed } from '../people/person-named';
import { searchByNames, searchByWords } from './search-matrix';
import { say } from '../../domain/shared/sentence';

/** In words, or by name of service, domain and activity. */
export type OwnerQuestion = { text: string } | { service: string; domain: string; activity: string };

export interface OwnerPorts {
  decisions: Pick<Decisions, 'registersWithNames'>;
  matrixVersions: Pick<MatrixVersions, 'activities' | 'rowsAnswering'>;
  directory: Directory;
}

/** As many as can be read at a glance. */
const ANSWERS = 10;

/**
 * Answers "who owns this?", now or at any past instant: from the version in force then and the person who held its roles.
 * Source: requirement R11; white-space 5.
 * The matrix approver is the one to turn to when the accountable person cannot be reached. People who have left since
 * count as active at a past instant: they were accountable then.
 */
export async function findOwner(
  { decisions, matrixVersions, directory }: OwnerPorts,
  question: OwnerQuestion,
  { at, now }: { at: Instant; now: Instant },
): Promise<OwnersFound> {
  const { matrix: version, named, holders, settings } = await decisions.registersWithNames(at);
  const { matrixApproverRole } = settings;
  if (!version) {
    const message =
      'No responsibility matrix was in force then. A Jira administrator can finish set-up in Settings, Apps, Remit.';
    return { at, matrixVersion: null, answers: [], none: { code: 'MATRIX_NOT_APPROVED', message } };
  }
  const searched = { matrixVersions, number: version.number, named };
  const matches =
    'text' in question
      ? await searchByWords(searched, question.text, ANSWERS)
      : await searchByNames(searched, question);
  const roles = [matrixApproverRole, ...matches.map(({ row }) => row.accountable)];
  const found = await directory.accounts([
    ...new Set(holders.filter(({ role }) => roles.includes(role)).map(({ accountId }) => accountId)),
  ]);
  const accounts = at < now ? asOfThen(found, holders) : found;
  const answers = matches.map(match =>
    answerOf(match, named.roles, { holders, accounts, at, matrixApproverRole, version }),
  );
  return { at, matrixVersion: version.number, answers, none: answers.length > 0 ? null : NOTHING_FOUND };
}

/** The person who held a role then could act then, though the account is gone by now. */
function asOfThen(found: Accounts, holders: readonly RoleHolder[]): Accounts {
  const unnamed = holders.map(({ accountId }): Account => ({
    accountId,
    displayName: accountId,
    active: true,
    kind: 'person',
  }));
  const named = [...found.values()].map(account => ({ ...account, active: true }));
  return new Map([...unnamed, ...named].map(account => [account.accountId, account]));
}

const NOTHING_FOUND = {
  code: 'NO_RESPONSIBILITY',
  message:
    'The responsibility matrix has no row for this. Try other words, such as the activity and the service; if it really is missing, ask the matrix owner to add a row for it.',
};

interface Situation {
  holders: readonly RoleHolder[];
  accounts: Accounts;
  at: Instant;
  matrixApproverRole: string;
  version: MatrixVersion;
}

function answerOf(
  { row, service }: OwnerMatch,
  roles: readonly Role[],
  { holders, accounts, at, matrixApproverRole, version }: Situation,
): OwnersFound['answers'][number] {
  const person = personNamed(accounts);
  const [acting, next] = actingHolders(row.accountable, holders, accounts, at);
  const [approver] = actingHolders(matrixApproverRole, holders, accounts, at);
  const escalation = next ?? (approver?.accountId === acting?.accountId ? undefined : approver);
  const role = roleNameIn(roles, row.accountable);
  const activity = row.activity || say`everything else in ${row.domain}`;
  const what = service ? say`${activity} on ${service.name}` : activity;
  const who = acting
    ? say`${person(acting.accountId).name} (${role}${acting.viaDeputy ? ', as deputy' : ''})`
    : say`${role}, which no one holds,`;
  return {
    activity: row.activity,
    domain: row.domain,
    service: service?.name ?? 'Any service',
    role,
    person: acting ? person(acting.accountId) : null,
    viaDeputy: acting?.viaDeputy ?? false,
    escalation: escalation ? person(escalation.accountId) : null,
    procedure: row.procedure,
    systemOfRecord: row.systemOfRecord,
    responsibility: `${row.id} @ v${version.number}`,
    line: say`${who} is accountable for ${what}.`,
  };
}
