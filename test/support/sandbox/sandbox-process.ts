/**
 * A process of its own that runs one sandbox for a test, so that tests reach it by HTTP only:
 * `node sandbox-process.ts '{"dataFolder": …}'`. Prints its address as JSON, and ends when its input does.
 */
import { createInterface } from 'node:readline';
import { openSandbox, switchAccount, type SandboxProcessOptions } from './open-sandbox.ts';

const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '') as SandboxProcessOptions);
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);

createInterface({ input: process.stdin })
  .on('line', line => {
    const { accountId, active } = JSON.parse(line) as { accountId: string; active: boolean };
    switchAccount(sandbox, accountId, active);
    process.stdout.write(`${JSON.stringify({ accountId, active })}\n`);
  })
  .once('close', () => {
    void sandbox.stop().then(() => process.exit(0));
  });
