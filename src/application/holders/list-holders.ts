import type { HoldersListed } from '../../contract/people';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import { actingHolders } from '../../domain/responsibility/role';
import { within, type Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import { personNamed } from '../people/person-named';

/** Every internal role with who acts for it, who held it and when, and how much it answers for. Source: requirement R5. */
export async function listHolders(
  ports: { roles: Roles; matrixVersions: MatrixVersions; directory: Directory },
  at: Instant,
): Promise<HoldersListed['roles']> {
  const [roles, holders, versions] = [
    await ports.roles.list(),
    await ports.roles.holders(),
    await ports.matrixVersions.list(),
  ];
  const version = inForceAt(versions, at);
  const rows = version ? (await ports.matrixVersions.content(version.number)).rows : [];
  const accounts = await ports.directory.accounts([...new Set(holders.map(({ accountId }) => accountId))]);
  const person = personNamed(accounts);
  return roles
    .filter(({ kind }) => kind === 'internal')
    .map(role => {
      const [acting] = actingHolders(role.key, holders, accounts, at);
      const periods = holders.filter(held => held.role === role.key);
      return {
        ...role,
        acting: acting ? { person: person(acting.accountId), viaDeputy: acting.viaDeputy } : null,
        periods: periods.map(({ accountId, capacity, from, to }) => ({
          person: person(accountId),
          capacity,
          from,
          to,
          isOpen: within(at, from, to),
        })),
        accountableFor: rows.filter(({ accountable }) => accountable === role.key).length,
      };
    });
}
