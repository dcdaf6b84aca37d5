import { existsSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the machine. Source: proc_pid_stat(5), sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

interface ProcessStat {
  parent: number;
  /** Processor time of its own and of its children that ended, in ticks. */
  ticks: number;
}

/**
 * Seconds of processor time that this run has taken so far, user and system: of this process, of the ones above it up to
 * `first`, and of all their descendants that ended. Undefined where the system does not tell (other than Linux).
 * @param first - the process that began the run, such as the script that calls `npm test`
 */
export function processorSeconds(first = process.pid): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  let ticks = 0;
  for (let pid = process.pid; pid > 1;) {
    const stat = statOf(pid);
    ticks += stat.ticks;
    if (pid === first) return ticks / TICKS_PER_SECOND;
    pid = stat.parent;
  }
  // `first` is not above this process: then only what is our own is known.
  return statOf(process.pid).ticks / TICKS_PER_SECOND;
}

function statOf(pid: number): ProcessStat {
  const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // The name of the program is in brackets, and may have any character in it.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  return { parent, ticks: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) };
}
