import { describe, expect, it } from '@jest/globals';
import type { Responsibility } from '../../../../src/domain/responsibility/responsibility';
import { aRole, aService } from '../../../support/builders/company';
import { aResponsibility } from '../../../support/builders/matrix';
import { searchEverything } from '../../../support/fakes/search-in-memory';

const ROLES = [aRole({ key: 'r-17', name: 'Vault Keeper' })];
const SERVICES = [aService(), aService({ key: 'nameless', name: '–' })];

/** A row that says nothing but what is given. */
const row = (activity: string, overrides: Partial<Responsibility> = {}) =>
  aResponsibility({
    id: activity,
    activity,
    domain: 'Governance',
    accountable: 'r-1',
    customerTasks: '',
    procedure: '',
    systemOfRecord: '',
    ...overrides,
  });

const answers = (text: string, ...rows: Responsibility[]) =>
  searchEverything(text, { rows, roles: ROLES, services: SERVICES }, 10);
const found = (text: string, ...rows: Responsibility[]) => answers(text, ...rows).map(one => one.row.id);

describe('the words of a question', () => {
  it.each([
    ...['who', 'owns', 'own', 'owner', 'is', 'the', 'of', 'for', 'on', 'in', 'a', 'an', 'to', 'and', 'our'],
    ...['accountable', 'responsible', 'calls', 'call', 'approves', 'does', 'do', 'at', 'with', 'this'],
  ])('find nothing by "%s", which every question has', word => {
    expect(found(`${word} backup`, row('Backup'), row(`${word} reports`))).toEqual(['Backup']);
  });

  it('are all that it takes to list what there is, when there are none', () => {
    expect(found('', row('Backup'), row('Restore'))).toEqual(['Backup', 'Restore']);
    expect(found('Who is accountable?', row('Backup'), row('Restore'))).toEqual(['Backup', 'Restore']);
  });

  it.each<[string, Responsibility]>([
    ['what is done', row('Backup')],
    ['its domain', row('Restore', { domain: 'Backup, restore and resilience' })],
    ['the name of the accountable role', row('Restore', { accountable: 'backup-lead' })],
    ['the tasks of the customer', row('Restore', { customerTasks: 'Test the backup.' })],
    ['the tasks of the provider', row('Restore', { providerTasks: 'Keep a backup.' })],
    ['the procedure', row('Restore', { procedure: 'RB-BACKUP-01' })],
    ['the system of record', row('Restore', { systemOfRecord: 'Backup console' })],
  ])('are looked for in %s', (_, there) => {
    expect(found('backup', there, row('Monitoring'))).toEqual([there.id]);
  });

  it('name a role by the name that the register gives it, and by its key where it gives none', () => {
    const rows = [row('Backup', { accountable: 'r-17' }), row('Restore', { accountable: 'r-99' })];
    expect(found('vault keeper', ...rows)).toEqual(['Backup']);
    expect(found('99', ...rows)).toEqual(['Restore']);
  });

  it('count most in what is done, and what is far behind is left out', () => {
    const inDomain = row('Restore', { domain: 'Backup, restore and resilience' });
    const inTasks = row('Monitoring', { customerTasks: 'Watch the backup.' });
    expect(found('backup', inTasks, inDomain, row('Backup'))).toEqual(['Backup', 'Restore']);
    expect(found('backup', inTasks, inDomain)).toEqual(['Restore']);
    expect(found('backup', inTasks)).toEqual(['Monitoring']);
  });

  it('are not taken for a service whose name has no words', () => {
    expect(answers('backup', row('Backup'))).toEqual([{ row: row('Backup'), service: null }]);
  });
});

describe('which row of an activity answers', () => {
  const general = row('Backup', { id: 'general' });
  const onAws = row('Backup', { id: 'on-aws', service: 'aws' });
  const onOther = row('Backup', { id: 'on-other', service: 'other' });

  it('is the one for any service where none is named', () => {
    for (const rows of [
      [general, onAws],
      [onAws, general],
    ])
      expect(answers('backup', ...rows)).toEqual([{ row: general, service: null }]);
  });

  it('is that of the first service where there is none for any, with the service that it is about', () => {
    for (const rows of [
      [onAws, onOther],
      [onOther, onAws],
    ])
      expect(answers('backup', ...rows)).toEqual([{ row: onAws, service: SERVICES[0] }]);
  });

  it('is the service’s own where it is named', () => {
    expect(answers('backup aws', general, onAws)).toEqual([{ row: onAws, service: SERVICES[0] }]);
  });
});

describe('two words', () => {
  it.each([
    ['backup', 'backups'],
    ['backups', 'backup'],
    ['log', 'logging'],
    ['provision', 'provisioning'],
    ['approve', 'approval'],
    ['query', 'queries'],
    ['ai', 'ai'],
  ])('are one where only their endings differ: %s, %s', (asked, there) => {
    expect(found(asked, row(there))).toEqual([there]);
  });

  it.each([
    ['canteen', 'can'],
    ['ai', 'aim'],
    ['cost', 'cosmic'],
    ['market', 'marketplaces'],
    ['approach', 'approval'],
  ])('are two where one only begins as the other does: %s, %s', (asked, there) => {
    expect(found(asked, row(there))).toEqual([]);
  });
});
