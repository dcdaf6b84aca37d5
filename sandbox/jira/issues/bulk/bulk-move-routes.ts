/** The route that moves work items to another project or work type. */
import * as z from 'zod';
import type { Identity } from '../../../seams.ts';
import { JiraError, notModelled } from '../../rest/refusals.ts';
import { route, type Route } from '../../rest/router.ts';
import { WRITE } from '../call.ts';
import { issueTypeIdOf } from '../create-issue.ts';
import { projectNamed } from '../find-issue.ts';
import { moveIssue, type Destination } from '../move-issue.ts';
import type { WorkItemSite } from '../work-item-site.ts';
import { answerBulk, submitBulk, type BulkAct } from './bulk-operations.ts';

const target = z.strictObject({
  inferClassificationDefaults: z.boolean(),
  inferFieldDefaults: z.boolean(),
  inferStatusDefaults: z.boolean(),
  inferSubtaskTypeDefault: z.boolean(),
  issueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
  targetStatus: z.array(z.strictObject({ statuses: z.record(z.string(), z.array(z.string())) })).nullish(),
});

const bulkMove = z.strictObject({
  targetToSourcesMapping: z.record(z.string(), target),
  sendBulkNotification: z.boolean().nullish(),
});

export function bulkMoveRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/bulk/issues/move',
      scopes: WRITE,
      body: bulkMove,
      handle: call =>
        answerBulk(() => {
          const acts = Object.entries(call.body.targetToSourcesMapping).flatMap(([place, asked]) => {
            const destination = destinationOf(site, call.identity, place, asked);
            return asked.issueIdsOrKeys.map((idOrKey): BulkAct => ({
              idOrKey,
              act: (identity, issue) => {
                moveIssue(site, identity, issue, destination);
              },
            }));
          });
          return submitBulk(site, call, acts);
        }),
    }),
  ];
}

function destinationOf(
  site: WorkItemSite,
  identity: Identity,
  place: string,
  asked: z.infer<typeof target>,
): Destination {
  const [projectIdOrKey = '', issueTypeId = '', parent] = place.split(',');
  if (parent !== undefined) throw notModelled('moving work items under a parent');
  const project = projectNamed(site, identity, projectIdOrKey);
  const to = { project, issueTypeId: issueTypeIdOf(site, project, { id: issueTypeId }) };
  return { ...to, statuses: statusesOf(asked) };
}

/** The status for each former one that the target's workflow doesn't have; undefined leaves it to the workflow. */
function statusesOf(asked: z.infer<typeof target>): ReadonlyMap<string, string> | undefined {
  if (!asked.inferFieldDefaults) throw notModelled('targetMandatoryFields of a move');
  if (!asked.inferClassificationDefaults) throw notModelled('targetClassification of a move');
  const mapped = (asked.targetStatus ?? []).flatMap(({ statuses }) =>
    Object.entries(statuses).flatMap(([to, from]) => from.map(one => [one, to] as const)),
  );
  if (!asked.inferStatusDefaults) return new Map(mapped);
  if (mapped.length === 0) return undefined;
  throw new JiraError(400, 'targetStatus must be empty when inferStatusDefaults is true.');
}
