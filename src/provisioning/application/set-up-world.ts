import type { AccountId } from '../../domain/shared/account';
import type { SetUpMemory, SetUpNotes } from '../ports/provisioning-state';
import type { SetUpDependencies } from './dependencies';
import { specificationHash, type SetUpStep, type World } from './set-up-step';
import { DATABASE_STEP } from './steps/database-steps';

/** The site as set-up finds it. */
export async function openWorld(
  deps: SetUpDependencies,
  memory: SetUpMemory,
  administrator: AccountId | null,
): Promise<World> {
  const { site } = deps;
  const services = hasDatabase(memory) ? (await deps.services.list()).map(({ name }) => name) : null;
  return { site, app: deps.app(), administrator, memory, services };
}

/** Whether there is a register to read and a ledger to write. */
export function hasDatabase({ completed }: SetUpNotes): boolean {
  return completed[DATABASE_STEP] !== undefined;
}

/** Whether the step ended, with the specification that it has now. */
export function isDone(step: SetUpStep, world: World): boolean {
  return world.memory.completed[step.key] === specificationHash(step, world);
}
