import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { processorSeconds } from '../../tools/processor-time';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../tools/processor-time.ts')).href;

const spent = (first?: number) => processorSeconds(first) ?? 0;

/** Works for so many milliseconds, in a process of its own. */
function workElsewhere(ms: number): void {
  execFileSync(process.execPath, ['-e', `for (const end = Date.now() + ${ms}; Date.now() < end; );`]);
}

(process.platform === 'linux' ? describe : describe.skip)('the processor time of a run', () => {
  it('is also that of processes that have ended', () => {
    const before = spent();
    workElsewhere(500);
    expect(spent() - before).toBeGreaterThan(0.05);
  });

  it('is also that of the processes above, up to the one that began it', () => {
    const own = spent();
    const asked = `import(${JSON.stringify(MODULE)}).then(({ processorSeconds }) => console.log(processorSeconds(process.ppid)))`;
    const told = execFileSync(process.execPath, ['--no-warnings', '-e', asked], { encoding: 'utf8' });
    expect(Number(told)).toBeGreaterThan(own);
  });

  it('is its own where the one that began it is none of those above', () => {
    expect(Math.abs(spent(-1) - spent())).toBeLessThan(0.1);
  });
});
