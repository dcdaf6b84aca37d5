import { describe, expect, it } from '@jest/globals';
import {
  accountCalled,
  asProvisioned,
  isOwnerChangedSince,
  notFollowed,
  ownerChangedComment,
  ownerEdit,
  ownerEditRefusal,
  ownerIgnoredComment,
  unfollowed,
  UNOWNED_LABEL,
  unownedComment,
  type OwnerEdit,
} from '../../../../src/domain/work-types/cloud-account-request/ownership';
import type { CommentParagraph } from '../../../../src/domain/ticket/comment';
import {
  APP,
  CLOUD,
  CUSTOMER,
  ENGINEER,
  EVERYONE,
  LEAVER,
  nameOf,
  OWNER,
  ROBOT,
  STRANGER,
} from '../../../support/builders/company';
import { aRoute } from '../../../support/builders/matrix';
import {
  aCloudAccount,
  aDecision,
  anEntry,
  aSnapshot,
  aTicket,
  minute,
  moved,
} from '../../../support/builders/ticket';

const account = aCloudAccount();
const text = (comment: CommentParagraph) =>
  comment
    .map(part => (typeof part === 'string' ? part : 'strong' in part ? part.strong : `@${part.name}`))
    .join('');
const edited = (overrides: Partial<OwnerEdit> = {}): OwnerEdit => ({
  change: '5',
  at: minute(5),
  editor: CLOUD,
  owner: STRANGER,
  ...overrides,
});

describe('ownerEdit', () => {
  const history = [
    anEntry(4, ENGINEER, { field: 'accountOwner', from: OWNER, to: LEAVER }),
    anEntry(
      5,
      CLOUD,
      { field: 'environment', from: 'a', to: 'b' },
      { field: 'accountOwner', from: LEAVER, to: STRANGER },
    ),
    anEntry(6, APP, { field: 'environment', from: 'b', to: 'a' }),
  ];

  it('is the latest change of the owner, by the person who made it', () => {
    expect(ownerEdit(aTicket({ history, fields: { accountOwner: STRANGER } }), account)).toEqual(edited());
  });

  it('is an emptied field as well', () => {
    expect(ownerEdit(aTicket({ history, fields: { accountOwner: null } }), account)).toEqual(
      edited({ owner: null }),
    );
  });

  it('is nothing where ticket and register name the same owner, or no one changed it', () => {
    expect(ownerEdit(aTicket({ history, fields: { accountOwner: OWNER } }), account)).toBeUndefined();
    expect(
      ownerEdit(aTicket({ history: history.slice(2), fields: { accountOwner: STRANGER } }), account),
    ).toBeUndefined();
  });
});

describe('isOwnerChangedSince', () => {
  const provision = (id: number) => anEntry(id, CLOUD, moved('Approved', 'Provisioned'));
  const approve = (id: number) => anEntry(id, CLOUD, moved('Awaiting approval', 'Approved'));
  const named = (id: number) => anEntry(id, CLOUD, { field: 'accountOwner', from: null, to: OWNER });
  const other = (id: number) => anEntry(id, CLOUD, { field: 'accountId', from: null, to: 'Provisioned' });

  it.each([
    ['was named before it was provisioned', [named(4), provision(5)], false],
    ['was named on the way there', [approve(3), named(4), provision(5)], false],
    ['was named after another field was', [other(3), named(4), provision(5)], false],
    ['was never changed', [provision(5)], false],
    ['was changed since', [other(3), named(4), approve(4.5), provision(5), named(6), other(7)], true],
    ['was changed since, and it was provisioned once more', [provision(5), named(6), provision(7)], true],
  ])('asks whether the owner was set after it was first provisioned: it %s', (_, history, isChanged) => {
    expect(isOwnerChangedSince(aTicket({ history }))).toBe(isChanged);
  });

  it('knows a provisioning that changed more than the status', () => {
    const own = anEntry(
      5,
      CLOUD,
      { field: 'accountId', from: null, to: '1' },
      { field: 'accountOwner', from: OWNER, to: STRANGER },
      moved('Approved', 'Provisioned'),
    );
    expect(isOwnerChangedSince(aTicket({ history: [own] }))).toBe(false);
    expect(isOwnerChangedSince(aTicket({ history: [own, named(6)] }))).toBe(true);
  });
});

describe('asProvisioned', () => {
  const ticket = aTicket({ fields: { cloudService: 'GitHub', accountOwner: STRANGER } });
  const decided = aSnapshot(aTicket());

  it('has the fields that were decided on, and the owner as it stands', () => {
    const restored = asProvisioned(ticket, [aDecision(ticket, 'Provision', { snapshot: decided })]);
    expect(restored?.fields).toEqual({ ...ticket.fields, cloudService: 'AWS' });
    expect(restored?.key).toBe(ticket.key);
  });

  it('takes the latest permission', () => {
    const older = aDecision(ticket, 'Provision', { snapshot: aSnapshot(ticket) });
    const newer = aDecision(ticket, 'Provision', { snapshot: decided });
    expect(asProvisioned(ticket, [older, newer])?.fields.cloudService).toBe('AWS');
    expect(asProvisioned(ticket, [newer, older])?.fields.cloudService).toBe('GitHub');
  });

  it('is not undone by a refusal since', () => {
    const allowed = aDecision(ticket, 'Provision', { snapshot: decided });
    const refused = aDecision(ticket, 'Provision', { verdict: 'refuse', snapshot: null });
    expect(asProvisioned(ticket, [allowed, refused])?.fields.cloudService).toBe('AWS');
  });

  it.each([
    ['no gate was asked', []],
    ['its gate refused', [aDecision(ticket, 'Provision', { verdict: 'refuse', snapshot: null })]],
    ['only another transition was permitted', [aDecision(ticket, 'Approve', { snapshot: decided })]],
  ])('is nothing when %s', (_, decisions) => {
    expect(asProvisioned(ticket, decisions)).toBeUndefined();
  });
});

describe('ownerEditRefusal', () => {
  it.each([
    ['the accountable person', CLOUD],
    ['the performer', APP],
  ])('follows when %s names someone', (_, editor) => {
    expect(ownerEditRefusal(edited({ editor }), aRoute(), EVERYONE)).toBeNull();
  });

  it.each<[string, Partial<OwnerEdit>, string]>([
    ['someone else names an owner', { editor: ENGINEER }, 'NOT_ENTITLED'],
    ['someone else names themselves', { editor: STRANGER }, 'NOT_ENTITLED'],
    ['the accountable person names themselves', { owner: CLOUD }, 'NAMED_THEMSELVES'],
    ['the owner was taken out', { owner: null }, 'OWNER_INACTIVE'],
    ['the new owner has left', { owner: LEAVER }, 'OWNER_INACTIVE'],
    ['the new owner is an app', { owner: ROBOT }, 'OWNER_INACTIVE'],
    ['the new owner is a customer', { owner: CUSTOMER }, 'OWNER_INACTIVE'],
    ['the new owner does not exist', { owner: 'acc-nobody' }, 'OWNER_INACTIVE'],
  ])('does not follow when %s', (_, edit, refusal) => {
    expect(ownerEditRefusal(edited(edit), aRoute(), EVERYONE)).toBe(refusal);
  });

  it('does not follow anyone when no one was accountable', () => {
    expect(ownerEditRefusal(edited(), null, EVERYONE)).toBe('NOT_ENTITLED');
  });
});

describe('what is said of an owner', () => {
  const CALLED = 'Amazon Web Services EMEA SARL account 123456789012';
  const HOW =
    'can set Account owner on this ticket to the new owner (clear it first if it already shows that name). The register is then updated.';

  it('names the account by its provider', () => {
    expect(accountCalled(account)).toBe(CALLED);
  });

  it('that there is none any more, to anyone who can name one', () => {
    const gone = aCloudAccount({ owner: LEAVER });
    const before = `This cloud account is unowned. Leaver, who owned ${CALLED}, no longer has an active account. `;
    expect(text(unownedComment(gone, aRoute(), nameOf))).toBe(`${before}@Cloud ${HOW}`);
    expect(text(unownedComment(gone, null, nameOf))).toBe(
      `${before}No one is accountable for it now. A Jira administrator can appoint someone in Apps, Remit.`,
    );
  });

  it('that there is a new one', () => {
    const comment = ownerChangedComment(account, edited(), nameOf);
    expect(text(comment)).toBe(`@Stranger now owns ${CALLED}, named by Cloud. The previous owner was Owner.`);
    expect(comment).toContainEqual({ mention: STRANGER, name: 'Stranger' });
  });

  it.each([
    ['NOT_ENTITLED', 'only the accountable person or the performer can name a new owner'],
    ['NAMED_THEMSELVES', 'people can’t make themselves the owner'],
    ['OWNER_INACTIVE', 'the owner must be a person with an active account'],
  ] as const)('that the register has not followed: %s', (refusal, why) => {
    expect(text(ownerIgnoredComment(account, edited(), refusal, aRoute(), nameOf))).toBe(
      `Account owner change rejected. Account owner was set to Stranger by Cloud, and ${CALLED} still belongs to Owner: ${why}. @Cloud ${HOW}`,
    );
  });

  it('that someone emptied the field', () => {
    expect(unfollowed(account, edited({ owner: null }), nameOf)).toBe(
      `Account owner was emptied by Cloud, and ${CALLED} still belongs to Owner`,
    );
  });
});

describe('what anyone who reads the register is told of a change that it has not followed', () => {
  it.each([
    [
      STRANGER,
      'NOT_ENTITLED',
      'GOV-2 names Stranger as its owner, but the register wasn’t changed: only the accountable person or the performer can name a new owner. Have the accountable person set Account owner there, or set it back to Owner.',
    ],
    [
      CLOUD,
      'NAMED_THEMSELVES',
      'GOV-2 names Cloud as its owner, but the register wasn’t changed: people can’t make themselves the owner. Have the accountable person set Account owner there, or set it back to Owner.',
    ],
    [
      null,
      'OWNER_INACTIVE',
      'GOV-2 names no owner, but the register wasn’t changed: the owner must be a person with an active account. Have the accountable person set Account owner there, or set it back to Owner.',
    ],
  ] as const)('%s: %s', (to, because, words) => {
    expect(notFollowed(account, to, because, nameOf)).toBe(words);
  });
});

it('the tickets of unowned accounts are found by their label', () => {
  expect(UNOWNED_LABEL).toBe('unowned-account');
});
