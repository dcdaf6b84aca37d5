import type { AccountId } from '../../domain/shared/account';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import type { AppliedState, ProvisioningState } from '../ports/state-store';
import { specificationHash, type ProvisioningStep, type StepContext } from './provisioning-step';
import { DATABASE_STEP } from './steps/database-steps';

/** Reads what the steps need beside the site itself. */
export async function openContext(
  ports: ProvisioningPorts,
  state: ProvisioningState,
  administrator: AccountId | null,
): Promise<StepContext> {
  const services = hasDatabase(state) ? (await ports.services.list()).map(({ name }) => name) : null;
  return { site: ports.site, app: ports.app(), administrator, state, services };
}

/** Whether there is a register to read and a ledger to write. */
export function hasDatabase({ applied }: AppliedState): boolean {
  return applied[DATABASE_STEP] !== undefined;
}

/** Whether the step has been applied with the specification that it has now. */
export function isApplied(step: ProvisioningStep, context: StepContext): boolean {
  return context.state.applied[step.key] === specificationHash(step, context);
}
