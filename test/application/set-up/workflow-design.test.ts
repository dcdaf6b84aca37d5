import { describe, expect, it } from '@jest/globals';
import {
  differences,
  workflowDesign,
  workflowSpecification,
} from '../../../src/application/set-up/workflow/workflow-design';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-type/cloud-account-request';
import type { TransitionDesign, WorkflowDesign } from '../../../src/ports/jira-site';

const design = workflowSpecification(CLOUD_ACCOUNT_REQUEST);

function transition(name: string): TransitionDesign {
  const found = design.transitions.find(one => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

function changed(name: string, change: Partial<TransitionDesign>): WorkflowDesign {
  const transitions = design.transitions.map(one => (one.name === name ? { ...one, ...change } : one));
  return { ...design, transitions };
}

describe('the workflow of a cloud account request', () => {
  it('lets whoever can edit submit, and only named people do the rest', () => {
    const kinds = design.transitions.map(({ name, conditions }) => [
      name,
      conditions.map(({ kind }) => kind),
    ]);
    expect(kinds).toEqual([
      ['Submit', ['permission']],
      ['Approve', ['app condition']],
      ['Reject', ['app condition']],
      ['Rework', ['app condition']],
      ['Provision', ['app condition']],
      ['Withdraw', ['app condition']],
    ]);
  });

  it('asks the gate exactly where the work type has gates', () => {
    const asking = design.transitions
      .filter(({ validators }) => validators.length > 0)
      .map(({ name }) => name);
    expect(asking).toEqual(['Submit', 'Approve', 'Provision']);
    expect(transition('Provision').validators).toEqual([
      {
        kind: 'app validator',
        module: 'gate',
        config: { workType: 'Cloud account request', transition: 'Provision' },
      },
    ]);
  });

  it('has a screen exactly where a transition asks for something', () => {
    const screens = design.transitions.flatMap(({ name, screenId }) =>
      screenId === null ? [] : [[name, screenId]],
    );
    expect(screens).toEqual([
      ['Submit', 'Remit: Cloud account request: Submit'],
      ['Provision', 'Remit: Cloud account request: Provision'],
    ]);
  });

  it('gives every transition its own id', () => {
    expect(new Set(design.transitions.map(({ id }) => id)).size).toBe(design.transitions.length);
  });

  it('is specified the same whatever ids a site gives', () => {
    expect(workflowSpecification(CLOUD_ACCOUNT_REQUEST)).toEqual(design);
    const ids = {
      status: (name: string) => `9${String(name.length)}`,
      field: () => 'customfield_9',
      screen: () => '99',
    };
    expect(workflowDesign(CLOUD_ACCOUNT_REQUEST, ids)).not.toEqual(design);
  });
});

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

  it.each<[string, WorkflowDesign, string[]]>([
    ['a condition removed', changed('Approve', { conditions: [] }), ['Approve']],
    ['a validator removed', changed('Submit', { validators: [] }), ['Submit']],
    [
      'a validator twice',
      changed('Submit', {
        validators: [...transition('Submit').validators, ...transition('Submit').validators],
      }),
      ['Submit'],
    ],
    [
      'a rule added',
      changed('Reject', {
        conditions: [...transition('Reject').conditions, { kind: 'other', ruleKey: 'x' }],
      }),
      ['Reject'],
    ],
    ['a screen removed', changed('Provision', { screenId: null }), ['Provision']],
    ['another way in', changed('Provision', { from: [...transition('Provision').from, '1'] }), ['Provision']],
    ['another end', changed('Reject', { to: '1' }), ['Reject']],
    [
      'a transition added',
      { ...design, transitions: [...design.transitions, { ...transition('Approve'), name: 'Skip' }] },
      ['without Skip'],
    ],
    ['a transition removed', { ...design, transitions: design.transitions.slice(1) }, ['with Submit']],
    ['a status removed', { ...design, statuses: design.statuses.slice(1) }, ['statuses']],
    ['another beginning', { ...design, initialStatus: '3' }, ['statuses']],
  ])('%s', (_, workflow, expected) => {
    expect(differences(workflow, design)).toEqual(expected);
  });
});
