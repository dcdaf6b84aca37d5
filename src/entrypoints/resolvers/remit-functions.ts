import { explainRoute } from '../../application/tickets/explain-route';
import { explainRule } from '../../application/rules/explain-rule';
import { listAccounts } from '../../application/cloud-accounts/list-accounts';
import { setUpRefusalMessage, type SetUpRefusal } from '../../provisioning';
import type { Reply } from '../../contract/reply';
import { accountListRequest, type AccountsListed } from '../../contract/registers';
import { routeExplainRequest, type RouteExplanation } from '../../contract/route-explain';
import { ruleExplainRequest } from '../../contract/rule-explain';
import { setUpRequest } from '../../contract/set-up';
import type { Result } from '../../domain/shared/result';
import type { Ports } from '../ports';
import { bypassFunctions } from './bypass-functions';
import { evidenceFunctions } from './evidence-functions';
import { peopleFunctions } from './people-functions';
import { matrixFunctions } from './matrix-functions';
import { registerFunctions } from './register-functions';
import {
  answered,
  beforeSetUp,
  define,
  defineChange,
  refused,
  type Caller,
  type RemitFunction,
} from './functions';

/** Every function that the pages call, by name. Source: the public contract, "Resolver functions". */
export function remitFunctions(ports: Ports): Record<string, RemitFunction> {
  return {
    'route.explain': define('reader', routeExplainRequest, ({ issueKey }, caller) =>
      explain(ports, issueKey, caller),
    ),
    'rule.explain': define('reader', ruleExplainRequest, ({ workType, from, to }) => {
      const rule = explainRule(workType, { from, to });
      return Promise.resolve(
        rule ? answered(rule) : refused('NOT_OURS', 'This rule is not one that the set-up of Remit made.'),
      );
    }),
    ...setUpFunctions(ports),
    ...peopleFunctions(ports),
    ...bypassFunctions(ports),
    ...evidenceFunctions(ports),
    ...registerFunctions(ports),
    ...matrixFunctions(ports),
    'account.list': define('administrator or auditor', accountListRequest, async () =>
      answered<AccountsListed>(await listAccounts(ports)),
    ),
  };
}

async function explain(
  ports: Ports,
  issueKey: string | undefined,
  caller: Caller,
): Promise<Reply<RouteExplanation>> {
  const asked = issueKey ?? caller.issueKey;
  if (asked === undefined) return refused('BAD_REQUEST', 'Say which ticket this is about.');
  const ticket = await ports.permissions.browsableTicket(asked);
  if (!ticket)
    return refused('NOT_FOUND', `There is no ticket ${asked.slice(0, 40)}, or you may not see it.`);
  const explanation = await explainRoute(ports, ticket.id, caller.accountId);
  return explanation
    ? answered(explanation)
    : refused('NOT_OURS', `${ticket.key} is of a work type that no responsibility matrix routes.`);
}

function setUpFunctions({ provisioning }: Ports): Record<string, RemitFunction> {
  return {
    'setup.status': beforeSetUp(
      define('administrator', setUpRequest, async () => setUpReply(await provisioning.status())),
    ),
    'setup.plan': beforeSetUp(
      define('administrator', setUpRequest, async () => setUpReply(await provisioning.plan())),
    ),
    'setup.run': beforeSetUp(
      defineChange('administrator', setUpRequest, async (_, { accountId }) =>
        setUpReply(await provisioning.applyNextStep(accountId)),
      ),
    ),
  };
}

function setUpReply<T>(result: Result<T, SetUpRefusal>): Reply<T> {
  return result.ok
    ? answered(result.value)
    : refused(result.refusal.code, setUpRefusalMessage(result.refusal));
}
