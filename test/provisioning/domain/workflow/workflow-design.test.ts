import { describe, expect, it } from '@jest/globals';
import {
  workflowDesign,
  workflowSpecification,
} from '../../../../src/provisioning/domain/workflow/workflow-design';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { houseRule } from '../../../support/builders/house-rule';
import type { TransitionDesign } from '../../../../src/provisioning/domain/workflow/workflow';

const design = workflowSpecification(CLOUD_ACCOUNT_REQUEST);

function transition(name: string): TransitionDesign {
  const found = design.transitions.find(one => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

describe('the workflow of a cloud account request', () => {
  it('lets anyone who can edit submit, and only named people do the rest', () => {
    const kinds = design.transitions.map(({ name, conditions }) => [
      name,
      conditions.map(({ kind }) => kind),
    ]);
    expect(kinds).toEqual([
      ['Submit', ['permission']],
      ['Approve', ['app condition']],
      ['Reject', ['app condition']],
      ['Rework', ['app condition']],
      ['Rework', ['app condition']],
      ['Provision', ['app condition']],
      ['Withdraw', ['app condition']],
      ['Withdraw', ['app condition']],
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
        config: {
          workType: 'Cloud account request',
          transition: 'Provision',
          from: 'Approved',
          to: 'Provisioned',
        },
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

  it('tells the page of each rule which transition of which work type it guards', () => {
    const rules = design.transitions.flatMap(({ name, conditions, validators }) =>
      [...conditions, ...validators].map(rule => ({ name, rule })),
    );
    const ours = rules.filter(({ rule }) => rule.kind === 'app condition' || rule.kind === 'app validator');
    expect(ours).toHaveLength(11);
    for (const { name, rule } of ours)
      expect(rule).toMatchObject({ config: { workType: 'Cloud account request', transition: name } });
  });

  it('locks what waits for a decision or rests on one, leaves an account to its owner, and the rest to the space', () => {
    const locks = design.statuses.map(({ id, properties }) => [
      CLOUD_ACCOUNT_REQUEST.statuses[Number(id) - 1]?.name,
      properties,
    ]);
    const locked = {
      'jira.permission.edit.projectrole': 'apps',
      'jira.permission.assign.projectrole': 'apps',
      'jira.permission.attachdeleteall.projectrole': 'apps',
      'jira.permission.attachdeleteown.projectrole': 'apps',
    };
    expect(Object.fromEntries(locks)).toEqual({
      Requested: {},
      'Awaiting approval': locked,
      Approved: locked,
      Provisioned: {
        'jira.permission.edit.projectrole': 'apps',
        'jira.permission.edit.assignee': 'true',
        'jira.permission.edit.userCF': expect.stringMatching(/^customfield_\d+$/),
      },
      Rejected: {},
      Withdrawn: {},
    });
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
      resolution: () => '10000',
      appsRole: () => '10003',
      appAccount: () => '712020:app',
    };
    expect(workflowDesign(CLOUD_ACCOUNT_REQUEST, ids)).not.toEqual(design);
  });
});

describe('the workflow of a work type that the app moves too', () => {
  const specified = workflowSpecification(houseRule());
  const named = (name: string) => specified.transitions.filter(one => one.name === name);

  it('keeps what the app alone does to the account of the app', () => {
    expect(named('Lapse')).toMatchObject([
      {
        conditions: [
          { kind: 'app condition', config: { expression: 'user != null && (user.accountId == "app")' } },
        ],
        validators: [],
      },
    ]);
  });

  it('has Jira demand the fields that a transition requires, before its gate is asked', () => {
    expect(named('Post')).toMatchObject([
      { validators: [{ kind: 'required field', message: 'Fill in Effective date.' }, { module: 'gate' }] },
    ]);
  });

  it('resolves a ticket where it ends, and clears that where it goes on', () => {
    const set = specified.transitions.flatMap(({ name, postFunctions }) =>
      postFunctions.map(rule => [name, rule.kind === 'set resolution' ? rule.resolution : rule.kind]),
    );
    expect(set).toEqual([
      ['Reject', "Won't Do"],
      ['Reject', "Won't Do"],
      ['Post', 'Done'],
      ['Lapse', "Won't Do"],
      ['Reopen', null],
    ]);
  });
});
