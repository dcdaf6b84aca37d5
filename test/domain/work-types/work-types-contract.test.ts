import { describe, expect, it } from '@jest/globals';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { RESPONSIBILITY_CHANGE } from '../../../src/domain/work-types/responsibility-change/responsibility-change';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import { approved } from '../../../src/domain/gate/approved';
import { frozen } from '../../../src/domain/gate/frozen';
import type { Gate } from '../../../src/domain/gate/gate';
import type { Domain } from '../../../src/domain/responsibility/domains';
import { STARTER_SERVICES } from '../../../src/content';
import type { Meaning, Transition, WorkType } from '../../../src/domain/work-type/work-type';
import { houseRule } from '../../support/builders/house-rule';
import { theTransition } from '../../support/builders/ticket';
import { unsoundIn } from '../../support/builders/work-type-contract';

type Type = WorkType<Gate>;

/** The same work type with its transitions of one meaning changed. */
function changing(
  means: Meaning,
  change: Partial<Transition<Gate>>,
  workType: Type = RESPONSIBILITY_CHANGE,
): Type {
  const transitions = workType.transitions.map(one => (one.means === means ? { ...one, ...change } : one));
  return { ...workType, transitions };
}

function asking(domain: Domain, activity: string): Type {
  return { ...ACCESS_REQUEST, responsibility: { by: 'matrix', domain, activity } };
}

const APPROVE = theTransition('Approve', RESPONSIBILITY_CHANGE);

/** A change of the matrix that two people approve, one after the other. */
function twoSteps(first: Partial<Transition<Gate>>, second: Partial<Transition<Gate>>): Type {
  const { statuses, transitions } = RESPONSIBILITY_CHANGE;
  const others = transitions.filter(one => one !== APPROVE);
  const steps = [
    { to: 'Awaiting release', step: 1, ...first },
    { from: 'Awaiting release', step: 2, gates: [...APPROVE.gates, approved], ...second },
  ].map(step => ({ ...APPROVE, ...step }));
  const waiting = { name: 'Awaiting release', category: 'in progress', assignTo: 'accountable' } as const;
  return { ...RESPONSIBILITY_CHANGE, statuses: [...statuses, waiting], transitions: [...steps, ...others] };
}

describe('every work type', () => {
  it.each(WORK_TYPES)('$name is one that the app can hold to', workType => {
    expect(unsoundIn(workType)).toEqual([]);
  });

  it('has a name of its own', () => {
    expect(new Set(WORK_TYPES.map(({ name }) => name)).size).toBe(WORK_TYPES.length);
  });
});

describe('a work type of several approvals', () => {
  it('is sound as tests define it', () => {
    expect(unsoundIn(houseRule())).toEqual([]);
  });

  it('is sound when they lead from one to the next', () => {
    expect(unsoundIn(twoSteps({}, {}))).toEqual([]);
  });

  it.each<[string, Type, string[]]>([
    [
      'two first steps',
      twoSteps({}, { step: 1 }),
      ['Approve from Awaiting release to Approved is not step 2'],
    ],
    [
      'a step left out',
      twoSteps({}, { step: 3 }),
      ['Approve from Awaiting release to Approved is not step 2'],
    ],
    [
      'steps in the wrong order',
      twoSteps({ step: 2 }, { step: 1 }),
      [
        'Approve from Awaiting approval to Awaiting release lacks the gate "approved"',
        'Approve from Awaiting release to Approved does not lead to where the next step is decided',
      ],
    ],
    [
      'a second step that no gate holds to the route',
      twoSteps({}, { gates: [frozen, approved] }),
      ['Approve from Awaiting release to Approved has no gate that holds to the route'],
    ],
    [
      'a second step that does not ask for the first',
      twoSteps({}, { gates: APPROVE.gates }),
      ['Approve from Awaiting release to Approved lacks the gate "approved"'],
    ],
  ])('is told of %s', (_, workType, unsound) => {
    expect(unsoundIn(workType)).toEqual(unsound);
  });

  it('is told of approvals that do not say which they are', () => {
    const { step: _first, ...approve } = APPROVE;
    const both = [approve, { ...approve, from: 'Draft' }];
    const others = RESPONSIBILITY_CHANGE.transitions.filter(one => one !== APPROVE);
    const workType = { ...RESPONSIBILITY_CHANGE, transitions: [...both, ...others] };
    expect(unsoundIn(workType)).toEqual([
      'Approve from Awaiting approval to Approved is not step 1',
      'Approve from Awaiting approval to Approved does not lead to where the next step is decided',
      'Approve from Draft to Approved is not step 2',
    ]);
  });
});

describe('a work type that is not sound', () => {
  const pairOf = (workType: Type) => {
    if (workType.responsibility.by !== 'matrix') throw new Error(`${workType.name} asks no matrix.`);
    return workType.responsibility;
  };

  it('is told of a domain and an activity that do not belong together, for every service', () => {
    const { domain } = pairOf(ACCESS_REQUEST);
    const { activity } = pairOf(CLOUD_ACCOUNT_REQUEST);
    expect(unsoundIn(asking(domain, activity))).toEqual(
      STARTER_SERVICES.map(
        ({ name }) => `asks for ${activity} in ${domain}, which the starter matrix does not say for ${name}`,
      ),
    );
  });

  it.each<[string, Type, string[]]>([
    [
      'two transitions from one status to another',
      changing('reject', { to: 'Approved' }),
      ['never comes to Rejected', 'has two transitions from Awaiting approval to Approved'],
    ],
    [
      'a transition to where it came from',
      changing('return', { to: 'Awaiting approval' }),
      ['Rework from Awaiting approval to Awaiting approval leads to where it came from'],
    ],
    [
      'a status that it has not',
      changing('submit', { to: 'Waiting' }),
      ['has no status Waiting', 'never comes to Awaiting approval'],
    ],
    [
      'an approval that is not held to the route',
      changing('approve', { gates: [frozen] }),
      ['Approve from Awaiting approval to Approved has no gate that holds to the route'],
    ],
    [
      'an approval of what may have changed since',
      changing('approve', { gates: APPROVE.gates.filter(gate => gate !== frozen) }),
      ['Approve from Awaiting approval to Approved lacks the gate "frozen"'],
    ],
    [
      'a grant of what no one approved',
      changing('fulfil', { gates: [frozen] }, ACCESS_REQUEST),
      ['Grant from Approved to Granted lacks the gate "approved"'],
    ],
    [
      'an only approval that says it is a step',
      changing('approve', { step: 1 }),
      ['Approve from Awaiting approval to Approved is no step'],
    ],
    [
      'an approval by anyone who can edit',
      changing('approve', { who: 'editor' }),
      ['Approve from Awaiting approval to Approved has no condition that says who decides: editor'],
    ],
    [
      'an approval by the app, which is no person',
      changing('approve', { who: 'app' }),
      ['Approve from Awaiting approval to Approved has no condition that says who decides: app'],
    ],
    [
      'a field that Jira demands and no screen asks for',
      changing('reject', { requiredFields: ['effectiveDate'] }),
      ['Reject from Awaiting approval to Rejected demands effectiveDate, which is not on its screen'],
    ],
    [
      'a resolution of what goes on',
      {
        ...ACCESS_REQUEST,
        statuses: ACCESS_REQUEST.statuses.map(one =>
          one.name === 'Approved' ? { ...one, resolution: 'Done' } : one,
        ),
      },
      ['resolves a ticket in Approved, which is no end'],
    ],
    [
      'a grant by anyone who can edit',
      changing('fulfil', { who: 'editor' }, ACCESS_REQUEST),
      ['Grant from Approved to Granted has no condition that says who decides: editor'],
    ],
  ])('is told of %s', (_, workType, unsound) => {
    expect(unsoundIn(workType)).toEqual(unsound);
  });
});
