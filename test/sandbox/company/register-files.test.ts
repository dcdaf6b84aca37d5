import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SAMPLE_ACCOUNTS, SAMPLE_GROUPS } from '../../../sandbox/company/accounts.ts';
import { registerFiles } from '../../../sandbox/company/register-files.ts';
import * as starter from '../../../src/content/index';

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

describe('import files of the sample company', () => {
  it.each(Object.keys(COLUMNS))('%s is what the starter content gives today', name => {
    expect(committed(name)).toBe(registerFiles(starter)[name]);
  });

  it.each(Object.entries(COLUMNS))('%s has the columns of the public contract', (name, columns) => {
    expect(committed(name).split('\n')[0]).toBe(columns);
  });

  it('responsibilities.csv reads back as the rows that were written', () => {
    const back = read('responsibilities.csv').map(cells => ({
      id: cells['id'],
      responsible: cells['responsible']?.split(';'),
      customerTasks: cells['customer_tasks'],
      contractClause: cells['contract_clause'],
    }));
    const rows = starter.STARTER_RESPONSIBILITIES;
    expect(back).toEqual(
      rows.map(({ id, responsible, customerTasks, contractClause }) => ({
        id,
        responsible,
        customerTasks,
        contractClause,
      })),
    );
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
