import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SAMPLE_ACCOUNTS, SAMPLE_GROUPS } from '../../../sandbox/company/accounts.ts';
import { readResponsibilities } from '../../../src/application/registers/responsibility-lines';
import * as starter from '../../../src/content/index';
import { namesClause } from '../../../src/domain/responsibility/contract-clause';
import type { DraftResponsibility, Responsibility } from '../../../src/domain/responsibility/responsibility';

const COLUMNS: Record<string, string> = {
  'roles.csv': 'key,name,kind,charter',
  'services.csv': 'key,name,provider,model,viewpoint,material,contract',
  'responsibilities.csv':
    'id,domain,activity,service,party,accountable,responsible,consulted,informed,customer_tasks,provider_tasks,policy,procedure,system_of_record,evidence,contract_clause,frequency',
};

const records = z.array(z.record(z.string(), z.string()));

function committed(name: string): string {
  return readFileSync(new URL(`../../../sandbox/company/${name}`, import.meta.url), 'utf8');
}

function read(name: string) {
  return records.parse(parse(committed(name), { columns: true }));
}

/** What a company says in its own words; all else of the sample company is the starter content. */
const OWN: (keyof Responsibility)[] = ['contractClause', 'systemOfRecord'];

function sameForAll(row: DraftResponsibility) {
  return Object.fromEntries(Object.entries(row).filter(([cell]) => !(OWN as string[]).includes(cell)));
}

function rowsOfAurora(): DraftResponsibility[] {
  const { STARTER_ROLES, STARTER_SERVICES } = starter;
  const rows = readResponsibilities(committed('responsibilities.csv'), STARTER_ROLES, STARTER_SERVICES);
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  return rows.value;
}

describe('import files of the sample company', () => {
  it.each(Object.entries(COLUMNS))('%s has the columns of the public contract', (name, columns) => {
    expect(committed(name).split('\n')[0]).toBe(columns);
  });

  it('responsibilities.csv has the starter rows, with other clauses and tools', () => {
    const rows = starter.STARTER_RESPONSIBILITIES.map(row => ({ ...row, accountable: [row.accountable] }));
    expect(rowsOfAurora().map(sameForAll)).toEqual(rows.map(sameForAll));
  });

  it('responsibilities.csv cites the contract of its service wherever the provider has tasks', () => {
    const numbers = new Map(
      read('services.csv').map(({ key, contract }) => [key, contract?.split(', ').at(-1)] as const),
    );
    const citing = rowsOfAurora().filter(({ providerTasks }) => providerTasks !== '');
    for (const { service, contractClause } of citing) {
      const source = service === '*' ? 'Supplier Security Schedule' : numbers.get(service);
      expect(contractClause).toMatch(new RegExp(`^${source ?? 'no contract'}, .*\\d+\\.\\d+ \\S`));
      expect(namesClause(contractClause)).toBe(true);
    }
  });

  it('roles.csv and services.csv have the starter registers, with contracts of its own', () => {
    expect(read('roles.csv')).toEqual(starter.STARTER_ROLES);
    const withoutContract = ({ key, name, provider, model, viewpoint }: Record<string, unknown>) => ({
      key,
      name,
      provider,
      model,
      viewpoint,
    });
    expect(read('services.csv').map(withoutContract)).toEqual(starter.STARTER_SERVICES.map(withoutContract));
    for (const { contract } of read('services.csv')) expect(contract).toMatch(/, MSA-\d{4}-\d{3}$/);
  });

  it('services.csv says yes for the three material services', () => {
    expect(read('services.csv').map(({ key, material }) => [key, material])).toEqual([
      ['aws', 'yes'],
      ['google-cloud', 'yes'],
      ['github', 'yes'],
      ['salesforce', 'no'],
      ['azure-sql', 'no'],
    ]);
  });
});

describe('holders of the sample company', () => {
  it('are those of the public contract, all open-ended', () => {
    expect(committed('holders.csv').split('\n')[0]).toBe('role,email,capacity,from,to');
    expect(read('holders.csv').map(({ role, email, capacity, to }) => [role, email, capacity, to])).toEqual([
      ['executive-owner', 'ceo@aurora.example', 'holder', ''],
      ['executive-owner', 'ciso@aurora.example', 'deputy', ''],
      ['ciso', 'ciso@aurora.example', 'holder', ''],
      ['ciso', 'secops@aurora.example', 'deputy', ''],
      ['cloud-platform-owner', 'cloud@aurora.example', 'holder', ''],
      ['cloud-platform-owner', 'ciso@aurora.example', 'deputy', ''],
      ['iam-lead', 'iam@aurora.example', 'holder', ''],
      ['iam-lead', 'ciso@aurora.example', 'deputy', ''],
      ['security-operations-lead', 'secops@aurora.example', 'holder', ''],
      ['application-owner', 'app@aurora.example', 'holder', ''],
    ]);
  });

  it('fill every role that is accountable, with active people', () => {
    const active = new Set(SAMPLE_ACCOUNTS.filter(account => account.active).map(({ email }) => email));
    const filled = new Set(
      read('holders.csv')
        .filter(({ capacity, email }) => capacity === 'holder' && active.has(email ?? ''))
        .map(({ role }) => role),
    );
    const accountable = starter.STARTER_RESPONSIBILITIES.map(row => row.accountable);
    expect(accountable.filter(role => !filled.has(role))).toEqual([]);
  });
});

describe('accounts of the sample company', () => {
  it('are the eleven of the public contract, the leaver inactive', () => {
    expect(SAMPLE_ACCOUNTS.map(({ email, active }) => [email, active])).toEqual(
      [
        'admin',
        'ceo',
        'ciso',
        'cloud',
        'iam',
        'secops',
        'app',
        'engineer',
        'engineer2',
        'auditor',
        'leaver',
      ].map(key => [`${key}@aurora.example`, key !== 'leaver']),
    );
  });

  it('have ids and names of their own that tell nothing of the role', () => {
    expect(new Set(SAMPLE_ACCOUNTS.map(({ accountId }) => accountId)).size).toBe(11);
    expect(new Set(SAMPLE_ACCOUNTS.map(({ displayName }) => displayName)).size).toBe(11);
    for (const { accountId } of SAMPLE_ACCOUNTS)
      expect(accountId).toMatch(/^712020:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('are all staff, with one administrator and one auditor', () => {
    const members = (group: string) =>
      SAMPLE_ACCOUNTS.filter(({ groups }) => groups.includes(group)).map(({ key }) => key);
    expect(SAMPLE_GROUPS.map(group => [group, members(group)])).toEqual([
      ['staff', SAMPLE_ACCOUNTS.map(({ key }) => key)],
      ['jira-administrators', ['admin']],
      ['auditors', ['auditor']],
    ]);
  });
});
