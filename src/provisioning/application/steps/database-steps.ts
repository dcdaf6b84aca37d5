import { specificationHash, type SetUpStep } from '../set-up-step';

export const DATABASE_STEP = 'database';

/**
 * The tables of the registers and of the evidence ledger.
 * @param migrations - the names of all migrations
 * @param migrate - runs those that have not run; harmless when there are none
 */
export function databaseStep(migrations: readonly string[], migrate: () => Promise<unknown>): SetUpStep {
  return onceStep({
    key: DATABASE_STEP,
    title: 'Tables of the registers and of the evidence ledger',
    text: 'Bring the tables up to date',
    specification: migrations,
    perform: migrate,
  });
}

/** The roles, services and responsibility matrix that a company begins with, adopted once. */
export function starterContentStep(adopt: () => Promise<unknown>): SetUpStep {
  return onceStep({
    key: 'starter-content',
    title: 'Starter registers and responsibility matrix',
    text: 'Adopt the starter registers and responsibility matrix',
    // Later starter content must not touch registers that a company has made its own.
    specification: 'once',
    perform: adopt,
  });
}

interface Once {
  key: string;
  title: string;
  text: string;
  specification: string | readonly string[];
  perform: () => Promise<unknown>;
}

/** A step that Jira knows nothing of: whether it is done is what set-up remembers. */
function onceStep({ key, title, text, specification, perform }: Once): SetUpStep {
  const step: SetUpStep = {
    key,
    title,
    specification: () => specification,
    inspect(world) {
      if (world.memory.completed[key] === specificationHash(step, world)) return Promise.resolve([]);
      return Promise.resolve([
        {
          text,
          perform: async () => {
            await perform();
          },
        },
      ]);
    },
  };
  return step;
}
