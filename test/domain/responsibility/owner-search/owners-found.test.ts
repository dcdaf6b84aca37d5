import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Responsibility } from '../../../../src/domain/responsibility/responsibility';
import { STARTER_RESPONSIBILITIES, STARTER_ROLES, STARTER_SERVICES } from '../../../../src/content';
import { anyRows } from '../../../support/builders/arbitraries';
import { ROLES, SERVICES } from '../../../support/builders/company';
import { searchEverything } from '../../../support/fakes/search-in-memory';

const searchOf = (rows: readonly Responsibility[]) => ({
  rows,
  roles: STARTER_ROLES,
  services: STARTER_SERVICES,
});
const STARTER = searchOf(STARTER_RESPONSIBILITIES);

const found = (text: string) =>
  searchEverything(text, STARTER, 10).map(({ row, service }) => [
    row.activity,
    service?.key ?? 'any',
    row.accountable,
  ]);

describe('who owns this, in the matrix of the sample company', () => {
  it.each([
    ['who owns encryption keys on AWS', /key/i, 'aws', 'cloud-platform-owner'],
    [
      'Who owns cloud account provisioning on AWS?',
      /^Cloud account provisioning$/,
      'aws',
      'cloud-platform-owner',
    ],
    ['account provisioning github', /^Cloud account provisioning$/, 'github', 'application-owner'],
    ['approve logging exclusions', /logging/i, 'any', 'security-operations-lead'],
    ['backup github', /backup/i, 'github', 'application-owner'],
    ['who calls Google Cloud in an incident', /incident/i, 'google-cloud', 'security-operations-lead'],
    ['who approves access to Salesforce', /^Access approval$/, 'salesforce', 'iam-lead'],
  ])('%s', (question, activity, service, accountable) => {
    const [best] = found(question);
    expect(best).toEqual([expect.stringMatching(activity), service, accountable]);
  });

  it('answers for each service that the question names', () => {
    expect(found('cloud account provisioning AWS GitHub').slice(0, 2)).toEqual([
      ['Cloud account provisioning', 'aws', 'cloud-platform-owner'],
      ['Cloud account provisioning', 'github', 'application-owner'],
    ]);
  });

  it('lists what there is on a service when nothing else is asked', () => {
    const answers = found('AWS');
    expect(answers).toHaveLength(10);
    expect(new Set(answers.map(([, service]) => service))).toEqual(new Set(['aws']));
  });

  it('finds a role by its name', () => {
    expect(new Set(found('IAM Lead').map(([, , role]) => role))).toContain('iam-lead');
  });

  it('has no answer where no word is known', () => {
    expect(found('the menu of the canteen')).toEqual([]);
  });
});

describe('who owns this, for any matrix', () => {
  const anyText = fc
    .array(
      fc.constantFrom('who', 'owns', 'cloud', 'accounts', 'AWS', 'github', 'baseline', 'governance', 'x'),
      {
        maxLength: 5,
      },
    )
    .map(words => words.join(' '));
  const search = (rows: readonly Responsibility[]) => ({
    ...searchOf(rows),
    roles: ROLES,
    services: SERVICES,
  });
  const shuffled = anyRows.chain(rows =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
    ),
  );

  it('gives the same answers in whatever order the rows come', () => {
    fc.assert(
      fc.property(shuffled, anyText, ([rows, others], text) => {
        // Of two rows for the same question the index keeps one, and a matrix that has two is not sound.
        const questions = rows.map(({ domain, activity, service }) => `${domain} ${activity} ${service}`);
        fc.pre(new Set(questions).size === rows.length);
        const answers = searchEverything(text, search(rows), 10);
        expect(searchEverything(text, search(others), 10)).toEqual(answers);
      }),
    );
  });

  it('answers with rows of the matrix, and for the services that are named only', () => {
    fc.assert(
      fc.property(anyRows, anyText, (rows, text) => {
        const named = SERVICES.filter(({ key }) => text.toLowerCase().split(' ').includes(key));
        for (const { row, service } of searchEverything(text, search(rows), 10)) {
          expect(rows).toContain(row);
          if (named.length > 0) expect(named).toContain(service);
          if (row.service !== '*') expect(service?.key).toBe(row.service);
        }
      }),
    );
  });
});
