import type { HoldersListed } from '../../../../src/contract/people';
import type { MatrixView } from '../../../../src/contract/matrix';
import type { Person } from '../../../../src/contract/route-explain';

/** Every service, in a cell. */
export const ANY_SERVICE = '*';

export interface RoleShown {
  key: string;
  name: string;
  holder: Person | null;
  viaDeputy: boolean;
}

/** What the keys in the cells of a matrix stand for. */
export interface Names {
  roles: ReadonlyMap<string, RoleShown>;
  services: ReadonlyMap<string, string>;
}

/**
 * The names of a version, and with the register of roles also of those that the version does not name yet.
 * A version's own names go first: it says what it said when it was approved.
 */
export function namesOf(view: MatrixView | null, register: HoldersListed | null): Names {
  const registered = (register?.roles ?? []).map(({ key, name, acting }) => ({
    key,
    name,
    holder: acting?.person ?? null,
    viaDeputy: acting?.viaDeputy ?? false,
  }));
  const roles = [...registered, ...(view?.roles ?? [])].map(({ key, name, holder, viaDeputy }) => ({
    key,
    name,
    holder,
    viaDeputy,
  }));
  return {
    roles: new Map(roles.map(role => [role.key, role])),
    services: new Map((view?.services ?? []).map(({ key, name }) => [key, name])),
  };
}

export function roleName({ roles }: Names, key: string): string {
  return roles.get(key)?.name ?? key;
}

export function serviceName({ services }: Names, key: string): string {
  return key === ANY_SERVICE ? 'Any service' : (services.get(key) ?? key);
}
