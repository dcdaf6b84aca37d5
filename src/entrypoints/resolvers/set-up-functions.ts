import type { Reply } from '../../contract/reply';
import type { Result } from '../../domain/shared/result';
import { setUpRefusalMessage, type SetUpRefusal } from '../../provisioning';
import type { Ports } from '../ports';
import { answered, refused, type Handlers } from './functions';

/** Set-up, step by step. Source: requirement S1. */
export function setUpHandlers({
  provisioning,
}: Ports): Handlers<'setup.status' | 'setup.plan' | 'setup.run'> {
  return {
    'setup.status': async () => replyOf(await provisioning.status()),
    'setup.plan': async () => replyOf(await provisioning.plan()),
    'setup.run': async (_, { accountId }) => replyOf(await provisioning.applyNextStep(accountId)),
  };
}

function replyOf<T>(result: Result<T, SetUpRefusal>): Reply<T> {
  return result.ok
    ? answered(result.value)
    : refused(result.refusal.code, setUpRefusalMessage(result.refusal));
}
