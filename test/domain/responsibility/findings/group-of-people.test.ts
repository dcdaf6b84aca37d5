import { describe, expect, it } from '@jest/globals';
import { aRole, CLOUD, HOLDERS, ROLES } from '../../../support/builders/company';
import { withRow, findingsOf } from './a-matrix';

describe('a group of people as the accountable role', () => {
  const codeOf = (name: string) => findingsOf(withRow({ accountable: [name] })).map(({ code }) => code);
  it.each([
    'security-team',
    'Security Teams',
    'Team Alpha',
    'IT Department (EMEA)',
    'department of security',
    'Platform group',
    'Risk committee',
    'Cloud squad',
    'Everyone in IT',
    'The organisation',
    'the company',
    'All staff',
    "The CISO's team",
    'Platform Owner Team',
    'Team of the Platform Owner',
  ])('%s', name => {
    expect(codeOf(name)).toEqual(['ACCOUNTABLE_IS_A_TEAM']);
  });

  it.each([
    'Security Team Lead',
    'Head of Department',
    'Chief of Staff',
    'Company Secretary',
    'Staff Engineer',
    'Groupware Owner',
    'Committee Chair (Risk)',
    'Head  of  Department',
    'Security Team(EMEA)Lead',
  ])('%s is one person, who is only missing from the register', name => {
    expect(codeOf(name)).toEqual(['ROLE_UNKNOWN']);
    const known = aRole({ key: 'known', name });
    const holders = HOLDERS.map(held => ({ ...held, role: held.accountId === CLOUD ? 'known' : held.role }));
    const findings = findingsOf({
      ...withRow({ accountable: ['known'] }),
      roles: [...ROLES, known],
      holders,
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
