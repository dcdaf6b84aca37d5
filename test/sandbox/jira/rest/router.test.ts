import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { JiraError, route, Router } from '../../../../sandbox/jira/rest/router.ts';
import type { Identity } from '../../../../sandbox/seams.ts';

const ADMIN: Identity = { kind: 'user', accountId: 'admin' };

const router = new Router([
  route({
    method: 'GET',
    path: '/rest/api/3/thing/{id}',
    scopes: ['read:things', 'read:more'],
    query: ['expand'],
    handle: call => ({
      status: 200,
      body: { one: call.param('id'), expand: call.query.get('expand'), who: call.accountId() },
    }),
  }),
  route({
    method: 'GET',
    path: '/rest/api/3/thing/search',
    scopes: [],
    handle: () => ({ status: 200, body: 'search' }),
  }),
  route({
    method: 'POST',
    path: '/rest/api/3/thing',
    scopes: [],
    guard: () => undefined,
    body: z.strictObject({ name: z.string(), nested: z.strictObject({ depth: z.int() }).optional() }),
    handle: ({ body }) => ({ status: 201, body: body.name }),
  }),
  route({
    method: 'DELETE',
    path: '/rest/api/3/thing/{id}',
    scopes: [],
    handle: () => {
      throw new JiraError(409, 'In use.', { id: 'busy' });
    },
  }),
  route({
    method: 'PUT',
    path: '/rest/api/3/thing/{id}',
    scopes: [],
    handle: () => {
      throw new Error('a fault of the sandbox');
    },
  }),
]);

const get = (path: string, more: object = {}) =>
  router.handle({ method: 'GET', path: `/rest/api/3/${path}`, identity: ADMIN, ...more });
const post = (body?: unknown) =>
  router.handle({
    method: 'POST',
    path: '/rest/api/3/thing',
    identity: ADMIN,
    ...(body === undefined ? {} : { body }),
  });

describe('the router', () => {
  it('gives a route its path, query and caller', async () => {
    expect(await get('thing/a%20b?expand=x')).toEqual({
      status: 200,
      body: { one: 'a b', expand: 'x', who: 'admin' },
    });
  });

  it('prefers a literal part to a parameter, whatever the order of the list', async () => {
    expect(await get('thing/search')).toEqual({ status: 200, body: 'search' });
  });

  it.each([
    ['a path that nothing answers', 'GET', '/rest/api/3/nothing', 'NOT_MODELLED: GET /rest/api/3/nothing'],
    ['a method that nothing answers', 'PUT', '/rest/api/3/thing', 'NOT_MODELLED: PUT /rest/api/3/thing'],
    [
      'a query that is not modelled',
      'GET',
      '/rest/api/3/thing/1?colour=1',
      'NOT_MODELLED: GET /rest/api/3/thing/{id} with the query parameter colour',
    ],
  ])('says 501 to %s', async (_name, method, path, message) => {
    const answer = await router.handle({ method, path, identity: ADMIN });
    expect(answer).toEqual({ status: 501, body: { errorMessages: [message], errors: {} } });
  });

  it('lets the app through with all the scopes of a route and not with some', async () => {
    expect((await get('thing/1', { scopes: ['read:things'] })).body).toEqual({
      code: 401,
      message: 'Unauthorized; scope does not match',
    });
    expect((await get('thing/1', { scopes: ['read:more', 'read:things', 'write:things'] })).status).toBe(200);
  });

  it('knows no one who is not signed in', async () => {
    expect(await get('thing/1', { identity: { kind: 'anonymous' } })).toMatchObject({ status: 401 });
  });

  it.each<[string, unknown, object]>([
    ['none', undefined, { errorMessages: ['The request body is missing.'] }],
    ['an unknown property', { name: 'a', colour: 1 }, { errors: { colour: 'Unrecognized field "colour"' } }],
    [
      'an unknown property deep inside',
      { name: 'a', nested: { depth: 1, colour: 1 } },
      { errors: { 'nested.colour': 'Unrecognized field "nested.colour"' } },
    ],
    ['a property of another type', { name: 1 }, { errors: { name: expect.stringContaining('string') } }],
  ])('refuses a body with %s', async (_name, body, expected) => {
    expect(await post(body)).toMatchObject({ status: 400, body: expected });
    expect(await post({ name: 'a', nested: { depth: 1 } })).toEqual({ status: 201, body: 'a' });
  });

  it('refuses a body where there is none to give', async () => {
    expect(await get('thing/search', { body: {} })).toMatchObject({ status: 400 });
  });

  it('answers refusals as Jira does, and hides no fault of its own', async () => {
    const call = (method: string) => router.handle({ method, path: '/rest/api/3/thing/1', identity: ADMIN });
    expect(await call('DELETE')).toEqual({
      status: 409,
      body: { errorMessages: ['In use.'], errors: { id: 'busy' } },
    });
    await expect(call('PUT')).rejects.toThrow('a fault of the sandbox');
  });

  it('does not start with two routes for one operation', () => {
    const twice = ['{id}', '{key}'].map(name =>
      route({
        method: 'GET',
        path: `/rest/api/3/thing/${name}`,
        scopes: [],
        handle: () => ({ status: 200 }),
      }),
    );
    expect(() => new Router(twice)).toThrow('Two routes answer GET /rest/api/3/thing/{}.');
  });
});
