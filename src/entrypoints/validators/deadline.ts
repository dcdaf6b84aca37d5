import type { Ports } from '../ports';

/** It was too late to write: the answer has been given without it. */
export class TooLate extends Error {
  constructor() {
    super('The gate had answered already that it was late, so nothing was written.');
    this.name = 'TooLate';
  }
}

export interface Deadline {
  /** These write until the time is over, and then reject with TooLate. */
  ports: Ports;
  /** Resolves when the time is over, unless something was written before: then the answer waits for what comes of it. */
  late: Promise<void>;
  cancel(): void;
}

/**
 * Gives a gate so long to decide. Code may run on after the answer, so that what was answered late must not be written:
 * neither a permission nor what it reserves. Source: Forge, "Invocation limits".
 */
export function deadlineOf(ports: Ports, ms: number): Deadline {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  let isOver = false;
  let hasWritten = false;
  const timer = setTimeout(() => {
    isOver = !hasWritten;
    if (isOver) resolve(undefined);
  }, ms);
  const write = <Outcome>(act: () => Promise<Outcome>): Promise<Outcome> => {
    if (isOver) return Promise.reject(new TooLate());
    hasWritten = true;
    return act();
  };
  return {
    ports: writingWith(write, ports),
    late,
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

type Write = <Outcome>(act: () => Promise<Outcome>) => Promise<Outcome>;

/** What a gate writes: what it reserves, its decision, and the job that routes the ticket again. */
function writingWith(write: Write, ports: Ports): Ports {
  const { ledger, cloudAccounts, jobs } = ports;
  return {
    ...ports,
    ledger: {
      ...ledger,
      append: entry => write(() => ledger.append(entry)),
      appendAll: entries => write(() => ledger.appendAll(entries)),
    },
    cloudAccounts: {
      ...cloudAccounts,
      reserve: (...asked) => write(() => cloudAccounts.reserve(...asked)),
    },
    jobs: { push: pushed => write(() => jobs.push(pushed)) },
  };
}
