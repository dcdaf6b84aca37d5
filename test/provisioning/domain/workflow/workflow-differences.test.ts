import { describe, expect, it } from '@jest/globals';
import { workflowSpecification } from '../../../../src/provisioning/domain/workflow/workflow-design';
import { differences } from '../../../../src/provisioning/domain/workflow/workflow-differences';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type {
  TransitionDesign,
  WorkflowDesign,
  WorkflowRule,
} from '../../../../src/provisioning/domain/workflow/workflow';

const design = workflowSpecification(CLOUD_ACCOUNT_REQUEST);

/** One that someone else put there. */
const ANOTHER_RULE: WorkflowRule = { kind: 'other', ruleKey: 'system:x', parameters: { a: '1' } };

function transition(name: string): TransitionDesign {
  const found = design.transitions.find(one => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

function statusId(name: string): string {
  const found = design.statuses.find(one => one.name === name);
  if (!found) throw new Error(`There is no status ${name}.`);
  return found.id;
}

function rework(from: string): TransitionDesign {
  const found = design.transitions.find(one => one.name === 'Rework' && one.from[0] === statusId(from));
  if (!found) throw new Error(`There is no Rework from ${from}.`);
  return found;
}

function changed(name: string, change: Partial<TransitionDesign>): WorkflowDesign {
  const transitions = design.transitions.map(one => (one.name === name ? { ...one, ...change } : one));
  return { ...design, transitions };
}

describe('what differs between a workflow and its design', () => {
  it('is nothing when only ids and orders differ', () => {
    const shuffled = {
      ...design,
      statuses: [...design.statuses].reverse(),
      transitions: [...design.transitions]
        .reverse()
        .map(one => ({ ...one, id: `${one.id}9`, from: [...one.from].reverse() })),
    };
    expect(differences(shuffled, design)).toEqual([]);
  });

  it('is nothing where a post function was added, which decides nothing', () => {
    expect(differences(changed('Approve', { postFunctions: [ANOTHER_RULE] }), design)).toEqual([]);
    const creation = { ...design.creation, postFunctions: [ANOTHER_RULE] };
    expect(differences({ ...design, creation }, design)).toEqual([]);
  });

  it.each<[string, WorkflowDesign, string[]]>([
    ['a condition removed', changed('Approve', { conditions: [] }), ['Approve: who can use it']],
    ['a validator removed', changed('Submit', { validators: [] }), ['Submit: gates']],
    [
      'a validator twice',
      changed('Submit', {
        validators: [...transition('Submit').validators, ...transition('Submit').validators],
      }),
      ['Submit: gates'],
    ],
    [
      'a rule added',
      changed('Reject', {
        conditions: [...transition('Reject').conditions, ANOTHER_RULE],
      }),
      ['Reject: who can use it'],
    ],
    ['a screen removed', changed('Provision', { screenId: null }), ['Provision: screen']],
    [
      'another way in',
      changed('Provision', { from: [...transition('Provision').from, '1'] }),
      ['Provision: its statuses'],
    ],
    ['another end', changed('Reject', { to: '1' }), ['Reject: its statuses']],
    ['another name', changed('Provision', { name: 'Open' }), ['Provision: name']],
    [
      'one of two of the same name removed',
      { ...design, transitions: design.transitions.filter(one => one !== rework('Approved')) },
      ['with Rework from Approved'],
    ],
    [
      'one of two of the same name for other people',
      {
        ...design,
        transitions: design.transitions.map(one =>
          one === rework('Approved') ? { ...one, conditions: [] } : one,
        ),
      },
      ['Rework from Approved: who can use it'],
    ],
    [
      'two of the same name in one, as they were made before',
      {
        ...design,
        transitions: design.transitions
          .filter(one => one !== rework('Approved'))
          .map(one =>
            one === rework('Awaiting approval')
              ? { ...one, from: [...one.from, ...rework('Approved').from] }
              : one,
          ),
      },
      ['Rework from Awaiting approval: its statuses', 'with Rework from Approved'],
    ],
    [
      'a third of a name that two have',
      {
        ...design,
        transitions: [
          ...design.transitions,
          { ...rework('Approved'), id: '99', from: [statusId('Rejected')] },
        ],
      },
      ['without Rework from Rejected'],
    ],
    [
      'a transition added',
      { ...design, transitions: [...design.transitions, { ...transition('Approve'), name: 'Skip' }] },
      ['without Skip'],
    ],
    [
      'a second transition of the same name',
      { ...design, transitions: [...design.transitions, transition('Approve')] },
      ['Approve only once'],
    ],
    [
      'another gate and other people at once',
      changed('Approve', { conditions: [], validators: [] }),
      ['Approve: who can use it, gates'],
    ],
    [
      'a validator where tickets are created',
      { ...design, creation: { ...design.creation, validators: [ANOTHER_RULE] } },
      ['creation: gates'],
    ],
    ['a transition removed', { ...design, transitions: design.transitions.slice(1) }, ['with Submit']],
    ['a status removed', { ...design, statuses: design.statuses.slice(1) }, ['statuses']],
    ['another beginning', { ...design, initialStatus: '3' }, ['statuses']],
  ])('%s', (_, workflow, expected) => {
    expect(differences(workflow, design)).toEqual(expected);
  });
});
