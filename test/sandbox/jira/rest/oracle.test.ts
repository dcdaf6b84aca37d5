import { expect, it } from '@jest/globals';
import type { RestRequest, RestResponse } from '../../../../sandbox/seams.ts';
import { expectOfficial, expectOfficialAnswer } from '../../../support/jira-oracle.ts';
import { describeWithShared } from '../../../support/shared.ts';

const ask = (method: string, path: string, body?: unknown): RestRequest => ({
  method,
  path: `/rest/api/3/${path}`,
  identity: { kind: 'user', accountId: 'admin' },
  ...(body === undefined ? {} : { body }),
});

const CREATE = ask('POST', 'issuetype', { name: 'Review' });
const CREATED: RestResponse = { status: 201, body: { id: '1', name: 'Review', hierarchyLevel: 0 } };

describeWithShared('the official description', 'oracles/jira-cloud-v3.openapi.json', () => {
  it('accepts a creation as described', () => {
    expect(() => {
      expectOfficial(CREATE, CREATED);
    }).not.toThrow();
  });

  it.each<[string, RestRequest, RestResponse, RegExp]>([
    ['a path it lacks', ask('GET', 'issuetypes'), CREATED, /has no GET/],
    ['a method it lacks', ask('PUT', 'issuetype', {}), CREATED, /has no PUT/],
    [
      'a query parameter it lacks',
      ask('POST', 'issuetype?dry=1', { name: 'a' }),
      CREATED,
      /parameter dry is unknown/,
    ],
    [
      'a query parameter of another type',
      ask('GET', 'screens?startAt=x'),
      { status: 200, body: {} },
      /startAt at \/value/,
    ],
    [
      'a missing query parameter',
      ask('GET', 'issuetypescheme/project'),
      { status: 200, body: { values: [] } },
      /projectId is missing/,
    ],
    ['a missing body', ask('POST', 'issuetype'), CREATED, /body is missing/],
    [
      'a body where there is none',
      ask('GET', 'field', {}),
      { status: 200, body: [] },
      /takes no request body/,
    ],
    ['a body without a required property', ask('POST', 'issuetype', {}), CREATED, /"missingProperty":"name"/],
    [
      'a body with an unknown property',
      ask('POST', 'issuetype', { name: 'a', colour: 'red' }),
      CREATED,
      /"additionalProperty":"colour"/,
    ],
    ['a number for a text', ask('POST', 'issuetype', { name: 1 }), CREATED, /must be string/],
    ['a status it lacks', CREATE, { status: 200, body: {} }, /status 200 is not documented/],
    [
      'an unknown property in the answer',
      CREATE,
      { status: 201, body: { colour: 'red' } },
      /answer 201.*"additionalProperty":"colour"/,
    ],
    [
      'an answer of another type',
      CREATE,
      { status: 201, body: { hierarchyLevel: '0' } },
      /answer 201 at \/hierarchyLevel must be integer/,
    ],
    ['no answer where there is one', CREATE, { status: 201 }, /answer 201/],
    ['an answer to a 204', ask('DELETE', 'screens/1'), { status: 204, body: {} }, /204 carries a body/],
  ])('refuses %s', (_name, request, response, message) => {
    expect(() => {
      expectOfficial(request, response);
    }).toThrow(message);
  });

  it('looks at the answer alone when the request is wrong on purpose', () => {
    const wrong = ask('POST', 'issuetype', { colour: 'red' });
    expect(() => {
      expectOfficialAnswer(wrong, { status: 400, body: { errorMessages: [], errors: {} } });
    }).not.toThrow();
    expect(() => {
      expectOfficialAnswer(wrong, { status: 418 });
    }).toThrow(/status 418/);
  });

  it('knows the template key that the description spells wrongly', () => {
    const body = {
      key: 'GOV',
      name: 'Governance',
      projectTemplateKey: 'com.atlassian.jira-core-project-templates:jira-core-simplified-task-tracking',
    };
    expect(() => {
      expectOfficial(ask('POST', 'project', body), { status: 400 });
    }).not.toThrow();
  });
});
