/** What each function of the resolver takes, by the contract that the pages share with it. */
import type { z } from 'zod';
import { bypassAcknowledgeRequest, bypassListRequest } from '../../src/contract/bypasses.ts';
import {
  matrixDiffRequest,
  matrixDraftRequest,
  matrixEditRequest,
  matrixFindingsRequest,
  matrixSubmitRequest,
  matrixViewRequest,
  ownerFindRequest,
} from '../../src/contract/matrix.ts';
import { evidenceListRequest, evidenceReadRequest } from '../../src/contract/evidence.ts';
import {
  holdersAppointRequest,
  holdersListRequest,
  holdersTransferRequest,
  settingsSetRequest,
  workMineRequest,
} from '../../src/contract/people.ts';
import {
  accountListRequest,
  registerExportRequest,
  registerImportRequest,
} from '../../src/contract/registers.ts';
import { routeExplainRequest } from '../../src/contract/route-explain.ts';
import { ruleExplainRequest } from '../../src/contract/rule-explain.ts';
import { setUpRequest } from '../../src/contract/set-up.ts';
import { FUNCTIONS } from '../acceptance/site/audiences.ts';

const REQUESTS: Readonly<Record<string, z.ZodType>> = {
  'setup.status': setUpRequest,
  'setup.plan': setUpRequest,
  'setup.run': setUpRequest,
  'register.import': registerImportRequest,
  'register.export': registerExportRequest,
  'settings.get': setUpRequest,
  'settings.set': settingsSetRequest,
  'holders.list': holdersListRequest,
  'holders.appoint': holdersAppointRequest,
  'holders.transfer': holdersTransferRequest,
  'matrix.view': matrixViewRequest,
  'matrix.findings': matrixFindingsRequest,
  'matrix.diff': matrixDiffRequest,
  'matrix.draft': matrixDraftRequest,
  'matrix.edit': matrixEditRequest,
  'matrix.submit': matrixSubmitRequest,
  'owner.find': ownerFindRequest,
  'evidence.list': evidenceListRequest,
  'evidence.read': evidenceReadRequest,
  'account.list': accountListRequest,
  'route.explain': routeExplainRequest,
  'rule.explain': ruleExplainRequest,
  'work.mine': workMineRequest,
  'bypass.list': bypassListRequest,
  'bypass.acknowledge': bypassAcknowledgeRequest,
};

/** Of every function that pages call. @throws when one has no schema here, so that none is left out */
export const REQUEST_OF: readonly [functionKey: string, request: z.ZodType][] = FUNCTIONS.map(([key]) => {
  const request = REQUESTS[key];
  if (!request) throw new RangeError(`It is not said what ${key} takes.`);
  return [key, request];
});

/** Functions that ask Jira for everything on the site: a few cases of each say as much as many. */
export const SLOW: ReadonlySet<string> = new Set(['setup.status', 'setup.plan', 'setup.run']);
