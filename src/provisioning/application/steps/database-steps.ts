import type { AccountId } from '../../../domain/shared/account';
import { required, specificationHash, type ProvisioningStep, type StepContext } from '../provisioning-step';

export const DATABASE_STEP = 'database';

/**
 * The tables of the registers and of the evidence ledger.
 * @param migrations - the names of all migrations
 * @param migrate - runs those that have not run; harmless when there are none
 */
export function databaseStep(
  migrations: readonly string[],
  migrate: () => Promise<unknown>,
): ProvisioningStep {
  return onceStep({
    key: DATABASE_STEP,
    title: 'Tables of the registers and of the evidence ledger',
    text: 'Bring the tables up to date',
    specification: migrations,
    apply: migrate,
  });
}

/**
 * The roles, services and responsibility matrix that a company begins with, adopted once.
 * @param adopt - in the name of the administrator who applies it; harmless when it has been done
 */
export function starterContentStep(adopt: (administrator: AccountId) => Promise<unknown>): ProvisioningStep {
  return onceStep({
    key: 'starter-content',
    title: 'Starter registers and responsibility matrix',
    text: 'Adopt the starter registers and responsibility matrix',
    // Later starter content must not touch registers that a company has made its own.
    specification: 'once',
    apply: ({ administrator }) => adopt(required(administrator ?? undefined, 'administrator')),
  });
}

interface Once {
  key: string;
  title: string;
  text: string;
  specification: string | readonly string[];
  apply: (context: StepContext) => Promise<unknown>;
}

/** A step that changes nothing in Jira: only the state says whether it has been applied. */
function onceStep({ key, title, text, specification, apply }: Once): ProvisioningStep {
  const step: ProvisioningStep = {
    key,
    title,
    specification: () => specification,
    plan(context) {
      if (context.state.applied[key] === specificationHash(step, context)) return Promise.resolve([]);
      return Promise.resolve([
        {
          text,
          apply: async () => {
            await apply(context);
          },
        },
      ]);
    },
  };
  return step;
}
