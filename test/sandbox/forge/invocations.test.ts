import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { panelCall, cleanUp, startFixture, type Fixture } from './fixture-host.ts';

describe('an invocation', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(async () => {
    await fixture.host.stop();
    await cleanUp();
  });

  it('gives a resolver its payload, the page it was called from and the person, and its answer goes through JSON', async () => {
    const answer = await fixture.invoke('echo', { a: 1 });
    expect(answer).toMatchObject({
      payload: { a: 1 },
      at: '1970-01-01T00:00:00.000Z',
      context: {
        accountId: 'user-1',
        moduleKey: 'panel',
        environmentType: 'DEVELOPMENT',
        installContext: expect.stringMatching(/^ari:cloud:jira::site\//) as unknown,
        extension: { type: 'jira:issuePanel', issue: { key: 'GOV-1' } },
      },
    });
    expect(answer).not.toHaveProperty('gone');
  });

  it('tells the app who it is, what it may and how long it has', async () => {
    expect(await fixture.invoke('appContext')).toMatchObject({
      appAri: 'ari:cloud:ecosystem::app/0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1',
      moduleKey: 'panel',
      scopes: ['read:jira-work', 'write:jira-work', 'storage:app'],
      remaining: expect.any(Number) as unknown,
    });
  });

  it('calls a function validator with the transition and no user, and hands back its verdict', async () => {
    const transition = { from: { id: '1' }, to: { id: '2' }, modifiedFields: { summary: 'x' } };
    const payload = { issue: { key: 'GOV-2' }, configuration: { a: 'b' }, transition };
    const verdict = await fixture.host.app.validate('gate', payload);
    expect(verdict).toEqual({ result: false, errorMessage: 'Only GOV-1.' });
    expect(fixture.jira.told('validator').at(-1)).toMatchObject({ payload });
    expect(fixture.jira.told('validator').at(-1)).not.toHaveProperty('context.principal');
  });

  it('rejects when a validator throws', async () => {
    const transition = { from: { id: '1' }, to: { id: '2' }, modifiedFields: {} };
    const call = fixture.host.app.validate('gate', {
      issue: { key: 'GOV-500' },
      configuration: {},
      transition,
    });
    await expect(call).rejects.toMatchObject({ code: 'FUNCTION_THREW', message: 'the validator broke' });
  });

  it('runs a validator that an app function causes, although that function holds the only worker', async () => {
    const alone = await startFixture({ workers: 1 });
    alone.jira.onRequest = async request => {
      if (request.path.startsWith('/told')) return undefined;
      const transition = { from: { id: '1' }, to: { id: '2' }, modifiedFields: {} };
      const verdict = await alone.host.app.validate('gate', {
        issue: { key: 'GOV-1' },
        configuration: {},
        transition,
      });
      return { status: 200, body: verdict };
    };
    expect(await alone.invoke('asUser')).toEqual({ result: true });
    await alone.host.stop();
  });

  it('rejects with what the function threw, and the next call works', async () => {
    await expect(fixture.invoke('throw')).rejects.toMatchObject({
      code: 'FUNCTION_THREW',
      message: 'not in range',
    });
    await expect(fixture.invoke('echo', {})).resolves.toBeDefined();
  });

  it('rejects a resolver function that is not defined', async () => {
    await expect(fixture.invoke('nowhere')).rejects.toThrow("no definition for 'nowhere'");
  });

  it('rejects a call from a module that has no resolver', async () => {
    const call = fixture.host.invokeResolver({ ...panelCall('echo'), moduleKey: 'who' });
    await expect(call).rejects.toThrow('who has no resolver');
  });

  it.each(['spin', 'hang'])(
    'ends a function that takes too long (%s), and the next call works',
    async functionKey => {
      const quick = await startFixture({ workers: 1, limits: { interactiveMs: 1_000 } });
      await expect(quick.invoke(functionKey)).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
      await expect(quick.invoke('echo', {})).resolves.toBeDefined();
      await quick.host.stop();
    },
  );

  it('ends a function that takes too much memory, and the next call works', async () => {
    const small = await startFixture({ workers: 1, limits: { memoryMb: 48 } });
    await expect(small.invoke('hoard')).rejects.toMatchObject({ code: 'FUNCTION_OUT_OF_MEMORY' });
    await expect(small.invoke('echo', {})).resolves.toBeDefined();
    await small.host.stop();
  });

  it('survives a function that ends its process', async () => {
    await expect(fixture.invoke('exit')).rejects.toMatchObject({ code: 'FUNCTION_CRASHED' });
    await expect(fixture.invoke('echo', {})).resolves.toBeDefined();
  });

  it('refuses a request over 500 KB and an answer over 5 MB, and lets smaller ones through', async () => {
    await expect(fixture.invoke('echo', 'x'.repeat(500 * 1024))).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    await expect(fixture.invoke('echo', 'x'.repeat(499 * 1024))).resolves.toBeDefined();
    await expect(fixture.invoke('large', { bytes: 5 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    await expect(fixture.invoke('large', { bytes: 5 * 1024 * 1024 - 2 })).resolves.toHaveLength(
      5 * 1024 * 1024 - 2,
    );
  });

  it('keeps the first 100 log lines of an invocation', async () => {
    fixture.logs.length = 0;
    await fixture.invoke('log');
    expect(fixture.logs).toHaveLength(100);
    expect(fixture.logs[99]).toBe('line 99 { a: 1 }');
  });

  it.each(['fetch', 'apiFetch', 'https', 'net', 'spawn'])('lets nothing leave the app (%s)', async way => {
    await expect(fixture.invoke('egress', { way })).rejects.toThrow('EGRESS_REFUSED');
  });

  it('lets no call outlive its invocation', async () => {
    await fixture.invoke('leak');
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(await fixture.invoke('kvsGet', { key: 'leaked' })).toBeNull();
  });

  it("runs on the sandbox's clock", async () => {
    const thirtyDays = 30 * 86_400_000;
    fixture.clock.advance(thirtyDays);
    const { now, iso, isDate, text } = (await fixture.invoke('now')) as {
      now: number;
      iso: string;
      isDate: boolean;
      text: string;
    };
    expect(Math.abs(now - Date.now() - thirtyDays)).toBeLessThan(5000);
    expect(Math.abs(Date.parse(iso) - now)).toBeLessThan(5000);
    expect(Math.abs(Date.parse(text) - now)).toBeLessThan(5000);
    expect(isDate).toBe(true);
  });

  it('sees the clock move that was moved after it was called, as Jira does', async () => {
    const called = fixture.invoke('now');
    const day = 86_400_000;
    fixture.clock.advance(day);
    const { now } = (await called) as { now: number };
    expect(Math.abs(now - fixture.clock.now())).toBeLessThan(day / 2);
  });
});
