import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SandboxClock } from '../../../sandbox/clock.ts';
import { KvsProxy } from '../../../sandbox/forge/proxy/kvs.ts';
import { openForgeDatabase } from '../../../sandbox/forge/storage/forge-database.ts';
import { KvsStore } from '../../../sandbox/forge/storage/kvs-store.ts';
import { answerCalls } from '../../support/forge-invocation';

/** What becomes of the next calls: `lost before` never arrives, `lost after` has its effect. */
export type Loss = 'lost before' | 'lost after';

/** An empty key-value store, as Forge's package reaches it. */
export function enterKvs() {
  const folder = mkdtempSync(join(tmpdir(), 'kvs-'));
  const database = openForgeDatabase(folder);
  const proxy = new KvsProxy(new KvsStore(database, new SandboxClock()), ['storage:app']);
  const losses: Loss[] = [];
  answerCalls(({ path, body }) => {
    const loss = losses.shift();
    if (loss === 'lost before') return Promise.reject(new Error('The connection was lost.'));
    const answer = proxy.answer(path, body);
    return loss ? Promise.reject(new Error('The connection was lost.')) : Promise.resolve(answer);
  });
  return {
    losses,
    close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
