/** The route that edits many work items at once: each as it would be edited alone. */
import * as z from 'zod';
import { JiraError, notModelled } from '../../rest/refusals.ts';
import { route, type Route } from '../../rest/router.ts';
import { WRITE } from '../call.ts';
import { editIssue } from '../edit-issue.ts';
import { updateRequest } from '../update-request.ts';
import type { WorkItemSite } from '../work-item-site.ts';
import { answerBulk, submitBulk, type BulkAct } from './bulk-operations.ts';

const option = z.strictObject({
  fieldId: z.string(),
  option: z.strictObject({ optionId: z.int() }),
});
const person = z.strictObject({
  fieldId: z.string(),
  user: z.strictObject({ accountId: z.string() }).nullish(),
});
const line = z.strictObject({ fieldId: z.string(), text: z.string() });

const bulkEdit = z.strictObject({
  editedFieldsInput: z.looseObject({
    singleSelectFields: z.array(option).default([]),
    singleSelectClearableUserPickerFields: z.array(person).default([]),
    singleLineTextFields: z.array(line).default([]),
    issueType: z.strictObject({ issueTypeId: z.string() }).optional(),
  }),
  selectedActions: z.array(z.string()).min(1).max(200),
  selectedIssueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
  sendBulkNotification: z.boolean().nullish(),
});

/** The option that clears a field. Source: the official description, JiraSingleSelectField. */
const NO_OPTION = -1;

export function bulkEditRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/bulk/issues/fields',
      scopes: WRITE,
      body: bulkEdit,
      handle: call =>
        answerBulk(() => {
          const request = updateRequest.parse({ fields: fieldsOf(call.body) });
          const acts = call.body.selectedIssueIdsOrKeys.map((idOrKey): BulkAct => ({
            idOrKey,
            act: (identity, issue) => {
              editIssue(site, identity, issue, request);
            },
          }));
          return submitBulk(site, call, acts);
        }),
    }),
  ];
}

/** The edit as one of a single work item. Refuses 501 kinds of fields that aren't modelled, 400 unselected ones. */
function fieldsOf({ editedFieldsInput, selectedActions }: z.infer<typeof bulkEdit>): Record<string, unknown> {
  const {
    singleSelectFields,
    singleSelectClearableUserPickerFields,
    singleLineTextFields,
    issueType,
    ...others
  } = editedFieldsInput;
  for (const kind of Object.keys(others)) throw notModelled(`editing ${kind} of many work items at once`);
  const edited: [fieldId: string, value: unknown][] = [
    ...singleSelectFields.map(({ fieldId, option: { optionId } }): [string, unknown] => [
      fieldId,
      optionId === NO_OPTION ? null : { id: String(optionId) },
    ]),
    ...singleSelectClearableUserPickerFields.map(({ fieldId, user }): [string, unknown] => [
      fieldId,
      user ?? null,
    ]),
    ...singleLineTextFields.map(({ fieldId, text }): [string, unknown] => [
      fieldId,
      text === '' ? null : text,
    ]),
    ...(issueType ? [['issuetype', { id: issueType.issueTypeId }] as [string, unknown]] : []),
  ];
  for (const [fieldId] of edited) {
    if (!selectedActions.includes(fieldId))
      throw new JiraError(400, `The field ${fieldId} is not among the selected actions.`);
  }
  return Object.fromEntries(edited);
}
