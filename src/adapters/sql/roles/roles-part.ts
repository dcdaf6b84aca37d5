import { and, gt, isNull, lte, or } from 'drizzle-orm';
import type { RegistersAsOf } from '../../../ports/decisions';
import type { RegisterPart } from '../decisions/decision-part';
import { roleHolderRecord, roleHolders, roleRecord, roles } from './role-tables';

const ROLE = { name: 'role', table: roles, columns: { record: roles.record } };

const { role, accountId, capacity, from, to } = roleHolders;
const HOLDER = { name: 'holder', table: roleHolders, columns: { role, accountId, capacity, from, to } };

/** All roles, and those who hold them at the instant. */
export const rolesPart: RegisterPart<Pick<RegistersAsOf, 'roles' | 'holders'>> = {
  asks: {},
  selects: ({ at }) => [
    { source: ROLE },
    { source: HOLDER, where: and(lte(from, at), or(isNull(to), gt(to, at))) },
  ],
  read: found => ({
    roles: found.rowsOf(ROLE).map(({ record }) => roleRecord.parse(record)),
    holders: found.rowsOf(HOLDER).map(row => roleHolderRecord.parse(row)),
  }),
};
