/** The body of a creation, an edit or a transition: Jira's `IssueUpdateDetails`. */
import * as z from 'zod';
import { notModelled } from '../rest/refusals.ts';

const operation = z.strictObject({
  set: z.unknown().optional(),
  add: z.unknown().optional(),
  remove: z.unknown().optional(),
  edit: z.unknown().optional(),
  copy: z.unknown().optional(),
});

export const updateRequest = z.object({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(operation)).default({}),
  properties: z.array(z.strictObject({ key: z.string().min(1).max(255), value: z.unknown() })).default([]),
  transition: z.object({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
  historyMetadata: z.unknown().optional(),
});

export type UpdateRequest = z.infer<typeof updateRequest>;
export type UpdateOperation = z.infer<typeof operation>;

/** Refuses 501 the parts of a request that the local Jira doesn't act on. */
export function refuseUnmodelled(request: UpdateRequest): void {
  if (request.historyMetadata !== undefined) throw notModelled('historyMetadata');
}
