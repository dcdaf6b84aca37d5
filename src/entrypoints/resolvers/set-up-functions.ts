import { adoptStarterContent } from '../../provisioning/application/adopt-starter-content';
import { checkAfterRepair } from '../../provisioning/application/check-drift';
import type { SetUpDependencies } from '../../provisioning/application/dependencies';
import { runNextStep } from '../../provisioning/application/apply-next-step';
import { planSetUp, setUpStatus } from '../../provisioning/application/plan-set-up';
import { setUpRefusalMessage, type SetUpRefusal } from '../../provisioning/domain/set-up-refusal';
import type { Reply } from '../../contract/reply';
import type { AccountId } from '../../domain/shared/account';
import type { Result } from '../../domain/shared/result';
import type { Ports } from '../ports';
import { answered, refused, type Handlers } from './functions';

/** Set-up, step by step. Source: requirement S1. */
export function setUpHandlers(ports: Ports): Handlers<'setup.status' | 'setup.plan' | 'setup.run'> {
  const dependencies = (administrator: AccountId): SetUpDependencies => ({
    ...ports.setUp,
    adoptStarterContent: () => adoptStarterContent(ports, administrator),
  });
  return {
    'setup.status': async (_, { accountId }) => replyOf(await setUpStatus(dependencies(accountId))),
    'setup.plan': async (_, { accountId }) => replyOf(await planSetUp(dependencies(accountId))),
    'setup.run': async (_, { accountId }) => {
      const progress = await runNextStep(dependencies(accountId), accountId);
      if (progress.ok && progress.value.done) await checkAfterRepair(ports);
      return replyOf(progress);
    },
  };
}

function replyOf<T>(result: Result<T, SetUpRefusal>): Reply<T> {
  return result.ok
    ? answered(result.value)
    : refused(result.refusal.code, setUpRefusalMessage(result.refusal));
}
