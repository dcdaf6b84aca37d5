import { describe, expect, it } from '@jest/globals';
import { STARTER_RESPONSIBILITIES, STARTER_ROLES, STARTER_SERVICES } from '../../src/content/index';
import type { Role } from '../../src/domain/responsibility/role';

const roles: readonly Role[] = STARTER_ROLES;

describe('starter roles', () => {
  it('have the internal roles of the public contract and no other', () => {
    expect(roles.filter(({ kind }) => kind === 'internal').map(({ key, name }) => [key, name])).toEqual([
      ['executive-owner', 'Executive Owner'],
      ['ciso', 'CISO'],
      ['cloud-platform-owner', 'Cloud Platform Owner'],
      ['iam-lead', 'IAM Lead'],
      ['security-operations-lead', 'Security Operations Lead'],
      ['application-owner', 'Application Owner'],
    ]);
  });

  it('have keys and names of their own', () => {
    expect(new Set(roles.map(({ key }) => key)).size).toBe(roles.length);
    expect(new Set(roles.map(({ name }) => name)).size).toBe(roles.length);
  });

  it.each(roles.map(role => [role.key, role] as const))(
    '%s has a charter of two or three sentences',
    (_, role) => {
      const sentences = role.charter.match(/[.](?= |$)/g) ?? [];
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      expect(sentences.length).toBeLessThanOrEqual(3);
    },
  );

  it.each(roles.filter(({ kind }) => kind === 'internal').map(role => [role.key, role] as const))(
    'the charter of %s says what it decides, answers for and where it escalates',
    (_, role) => {
      expect(role.charter).toMatch(/\b(Decides|Approves)\b/);
      expect(role.charter).toMatch(/\bAccountable\b/);
      expect(role.charter).toMatch(/\b[Ee]scalat/);
    },
  );

  it('are all used by the starter responsibilities', () => {
    const used = new Set(
      STARTER_RESPONSIBILITIES.flatMap(row => [
        row.accountable,
        ...row.responsible,
        ...row.consulted,
        ...row.informed,
      ]),
    );
    expect(roles.map(({ key }) => key).filter(key => !used.has(key))).toEqual([]);
  });
});

describe('starter services', () => {
  it('are those of the public contract, the first three material, all seen as customer', () => {
    expect(
      STARTER_SERVICES.map(({ key, name, model, viewpoint, material }) => [
        key,
        name,
        model,
        viewpoint,
        material,
      ]),
    ).toEqual([
      ['aws', 'AWS', 'IaaS', 'customer', true],
      ['google-cloud', 'Google Cloud', 'IaaS', 'customer', true],
      ['github', 'GitHub', 'SaaS', 'customer', true],
      ['salesforce', 'Salesforce', 'SaaS', 'customer', false],
      ['azure-sql', 'Azure SQL', 'PaaS', 'customer', false],
    ]);
  });

  it('each ask for the number of their own contract, and their rows for its clauses', () => {
    for (const { key, contract } of STARTER_SERVICES) {
      expect(contract).toMatch(/^Name your contract: \S/);
      const rows = STARTER_RESPONSIBILITIES.filter(({ service }) => service === key);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.contractClause).toMatch(/^Name your contract clause: \S/);
    }
  });
});
