import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { setUpSampleCompany } from '../../../sandbox/company/set-up.ts';

interface Call {
  fn: string;
  payload: unknown;
}

/** An app that has `steps` to do, and answers the import as it is told. */
function appWith(steps: readonly string[], importReply: unknown = { ok: true, data: { lines: 10 } }) {
  const calls: Call[] = [];
  const left = [...steps];
  const invoke = (fn: string, payload: unknown): Promise<unknown> => {
    calls.push({ fn, payload });
    if (fn === 'register.import') return Promise.resolve(importReply);
    const title = left.shift();
    const step = title === undefined ? null : { key: title, title, changes: [] };
    return Promise.resolve({ ok: true, data: { step, done: left.length === 0, remaining: left.length } });
  };
  return { calls, invoke };
}

async function setUp(client: { invoke(fn: string, payload: unknown): Promise<unknown> }): Promise<string[]> {
  const lines: string[] = [];
  await setUpSampleCompany(client, line => lines.push(line));
  return lines;
}

describe('setting up the sample company', () => {
  it('runs every step, then imports the holders, and reports both', async () => {
    const app = appWith(['Work type', 'Workflow', 'Project']);
    const lines = await setUp(app);
    expect(app.calls.map(({ fn }) => fn)).toEqual(['setup.run', 'setup.run', 'setup.run', 'register.import']);
    expect(app.calls[0]?.payload).toEqual({});
    expect(app.calls[3]?.payload).toEqual({
      dataset: 'holders',
      csv: readFileSync(new URL('../../../sandbox/company/holders.csv', import.meta.url), 'utf8'),
    });
    expect(lines).toEqual([
      'Work type (2 to go)',
      'Workflow (1 to go)',
      'Project (0 to go)',
      'Role holders imported: 10 appointments',
    ]);
  });

  it('is quiet about steps when everything is already there', async () => {
    expect(await setUp(appWith([]))).toEqual(['Role holders imported: 10 appointments']);
  });

  it('stops with code and message when a step is refused, and imports nothing', async () => {
    const calls: string[] = [];
    const invoke = (fn: string): Promise<unknown> => {
      calls.push(fn);
      return Promise.resolve({ ok: false, code: 'NOT_AN_ADMINISTRATOR', message: 'Ask an administrator.' });
    };
    await expect(setUp({ invoke })).rejects.toThrow(
      'setup.run was refused: NOT_AN_ADMINISTRATOR: Ask an administrator.',
    );
    expect(calls).toEqual(['setup.run']);
  });

  it('says so when the holders are refused', async () => {
    const app = appWith(['Project'], {
      ok: false,
      code: 'BAD_FILE',
      message: 'Line 3 is wrong.',
      errors: [],
    });
    await expect(setUp(app)).rejects.toThrow('register.import was refused: BAD_FILE: Line 3 is wrong.');
  });

  it('gives up on a set-up that never ends', async () => {
    const reply = { ok: true, data: { step: null, done: false, remaining: 4 } };
    await expect(setUp({ invoke: () => Promise.resolve(reply) })).rejects.toThrow('not done after 500 calls');
  });

  it('refuses an answer that is not one', async () => {
    await expect(setUp({ invoke: () => Promise.resolve({ ok: true, data: {} }) })).rejects.toThrow(
      'remaining',
    );
  });
});
