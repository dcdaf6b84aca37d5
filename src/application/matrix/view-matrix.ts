import type { MatrixView } from '../../contract/matrix';
import { findDomain } from '../../domain/responsibility/domains';
import { findService } from '../../domain/responsibility/cloud-service';
import { inForceAt, type MatrixVersion } from '../../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import { actingHolders, type Role, type RoleHolder } from '../../domain/responsibility/role';
import type { Accounts } from '../../domain/shared/account';
import { within, type Instant } from '../../domain/shared/instant';
import { allow, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Decisions } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import { personNamed } from '../people/person-named';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';
import { shownRow, shownVersion } from './shown-matrix';

export interface ViewMatrixPorts {
  drafts: MatrixDrafts;
  decisions: Pick<Decisions, 'registersAsOf'>;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  directory: Directory;
  clock: Clock;
}

/** Neither version nor instant: the version in force now. `service`: by key or name; its own rows and the general ones. */
export interface MatrixQuestion {
  service?: string;
  domain?: string;
  version?: number;
  at?: Instant;
  cursor?: string;
}

/** On one page; and characters of their JSON, well below what a reply may carry. */
const PAGE_ROWS = 1_000;
const PAGE_CHARACTERS = 2_000_000;

/**
 * The rows of a version, a page at a time, with every version there is, and every role with who acted for it at the
 * instant asked about: "who was accountable on 3 March?". Jira does not say since when an account is inactive, so that
 * for an instant in the past the person who held the role then is taken to have been active.
 * Refuses: MATRIX_NOT_APPROVED when nothing was in force then, VERSION_UNKNOWN.
 * Source: requirements R8, R11.
 */
export async function viewMatrix(
  ports: ViewMatrixPorts,
  question: MatrixQuestion,
): Promise<Result<Omit<MatrixView, 'youMayEdit' | 'youMayExport'>, MatrixRefusal>> {
  const { matrixVersions, clock } = ports;
  const now = clock.now();
  const at = question.at ?? now;
  const versions = await matrixVersions.list();
  const version =
    question.version === undefined
      ? inForceAt(versions, at)
      : versions.find(({ number }) => number === question.version);
  if (!version)
    return refuseMatrix(question.version === undefined ? 'MATRIX_NOT_APPROVED' : 'VERSION_UNKNOWN');
  const named = (await matrixVersions.named(version.number)) ?? { roles: [], services: [] };
  const service =
    question.service && (findService(named.services, question.service)?.key ?? question.service);
  const domain = question.domain && (findDomain(question.domain) ?? question.domain);
  const page = await pageOf(matrixVersions, version.number, {
    ...question,
    ...(service ? { service } : {}),
    ...(domain ? { domain } : {}),
  });
  const held = (await ports.roles.holders()).filter(({ from, to }) => within(at, from, to));
  const accounts = await accountsOf(ports.directory, versions, held);
  const inForce = inForceAt(versions, now)?.number;
  const person = personNamed(accounts);
  return allow({
    version: shownVersion(version, inForce, person),
    versions: versions.map(one => shownVersion(one, inForce, person)),
    rows: page.rows.map(shownRow),
    ...(page.next === undefined ? {} : { cursor: page.next }),
    roles: named.roles.map(role => shownRole(role, held, accounts, at, at < now)),
    services: named.services.map(({ key, name, provider, model, material }) => ({
      key,
      name,
      provider,
      model,
      material,
    })),
  });
}

/** As many statements' worth of rows as a page carries. */
export async function pageOf(
  matrixVersions: MatrixVersions,
  number: number,
  { service, domain, cursor }: Pick<MatrixQuestion, 'service' | 'domain' | 'cursor'>,
): Promise<{ rows: DraftResponsibility[]; next?: string }> {
  const rows: DraftResponsibility[] = [];
  let after = cursor;
  let characters = 0;
  for (;;) {
    const page = await matrixVersions.rows(number, {
      ...(service === undefined ? {} : { service }),
      ...(domain === undefined ? {} : { domain }),
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) {
      const last = rows.at(-1);
      characters += JSON.stringify(row).length;
      if (last && (rows.length === PAGE_ROWS || characters > PAGE_CHARACTERS)) return { rows, next: last.id };
      rows.push(row);
    }
    after = page.next;
    if (after === undefined) return { rows };
  }
}

function accountsOf(
  directory: Directory,
  versions: readonly MatrixVersion[],
  held: readonly RoleHolder[],
): Promise<Accounts> {
  const people = [
    ...versions.flatMap(({ author, approvedBy }) => [author, approvedBy]),
    ...held.map(({ accountId }) => accountId),
  ];
  return directory.accounts([...new Set(people)]);
}

function shownRole(
  { key, name, kind, charter }: Role,
  held: readonly RoleHolder[],
  accounts: Accounts,
  at: Instant,
  isPast: boolean,
): MatrixView['roles'][number] {
  const then = isPast ? allActive(accounts) : accounts;
  const [acting] = actingHolders(key, held, then, at);
  const holder = acting ? personNamed(accounts)(acting.accountId) : null;
  return { key, name, kind, charter, holder, viaDeputy: acting?.viaDeputy ?? false };
}

function allActive(accounts: Accounts): Accounts {
  return new Map([...accounts].map(([id, account]) => [id, { ...account, active: true }]));
}
