/** Fields that hold people and groups. */
import type { Field, Group, User } from '../../model.ts';
import { userObject, userValue } from '../../expressions/jira-types.ts';
import { unknownUser, userBean } from '../../users/user-bean.ts';
import {
  CUSTOM_PREFIX,
  FieldRefusal,
  isRecord,
  textsOf,
  type FieldSite,
  type FieldType,
} from './field-type.ts';

/** The account behind a stored id, also when its record is gone. */
export function accountOf(stored: unknown, site: FieldSite): User {
  const accountId = String(stored);
  return site.records.users.get(accountId) ?? unknownUser(accountId);
}

function readAccount(input: unknown, site: FieldSite): string {
  const accountId = isRecord(input) ? (input['accountId'] ?? input['id']) : undefined;
  if (typeof accountId !== 'string') throw new FieldRefusal("Specify a valid 'accountId' for the user");
  if (!site.records.users.get(accountId)) {
    throw new FieldRefusal(`User with account ID '${accountId}' does not exist.`);
  }
  return accountId;
}

export const user: FieldType = {
  list: false,
  operations: ['set'],
  read: (input, _field, site) => readAccount(input, site),
  show: (stored, site) => userBean(accountOf(stored, site), site),
  describe: (stored, site) => ({ id: String(stored), text: accountOf(stored, site).displayName }),
  express: (stored, site, field) => personIn(field, accountOf(stored, site)),
  modified: stored => ({ accountId: stored }),
  searchKind: 'user',
  search: (stored, site) => [searchable(accountOf(stored, site))],
};

export const userList: FieldType = {
  list: true,
  operations: ['set', 'add', 'remove'],
  read: (input, _field, site) => {
    if (!Array.isArray(input)) throw new FieldRefusal('data was not an array');
    return [...new Set(input.map(entry => readAccount(entry, site)))];
  },
  show: (stored, site) => textsOf(stored).map(id => userBean(accountOf(id, site), site)),
  describe: (stored, site) => ({
    id: `[${textsOf(stored).join(', ')}]`,
    text: textsOf(stored)
      .map(id => accountOf(id, site).displayName)
      .join(', '),
  }),
  express: (stored, site, field) => textsOf(stored).map(id => personIn(field, accountOf(id, site))),
  modified: stored => textsOf(stored).map(accountId => ({ accountId })),
  searchKind: 'user',
  search: (stored, site) => textsOf(stored).map(id => searchable(accountOf(id, site))),
};

/** An app's field of type user and the system fields hold a User, Jira's own user pickers a Map. */
function personIn(field: Field, account: User): unknown {
  return field.type.startsWith(CUSTOM_PREFIX) ? userValue(account) : userObject(account);
}

function searchable(account: User) {
  const { accountId, displayName, emailAddress } = account;
  return { kind: 'user' as const, accountId, displayName, ...(emailAddress ? { emailAddress } : {}) };
}

function groupOf(stored: unknown, site: FieldSite): Group | undefined {
  return site.records.groups.get(String(stored));
}

function groupBean(stored: unknown, site: FieldSite): Record<string, unknown> {
  const groupId = String(stored);
  const self = `${site.settings.baseUrl}/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`;
  return { groupId, name: groupOf(stored, site)?.name ?? groupId, self };
}

/** A group, kept by its id. */
export const group: FieldType = {
  list: false,
  operations: ['set'],
  read: (input, _field, site) => {
    const wanted = isRecord(input) ? input : {};
    const known = site.records.groups.find(
      one => one.id === wanted['groupId'] || one.name === wanted['name'],
    );
    if (!known) throw new FieldRefusal("Specify a valid 'groupId' or 'name' of a group");
    return known.id;
  },
  show: groupBean,
  describe: (stored, site) => ({ id: String(stored), text: groupOf(stored, site)?.name ?? String(stored) }),
  express: groupBean,
  modified: groupBean,
  searchKind: 'named',
  search: (stored, site) => [
    { kind: 'named', id: String(stored), names: [groupOf(stored, site)?.name ?? String(stored)] },
  ],
};
