import { route } from '@forge/api';
import { z } from 'zod';
import type { FieldType } from '../../../domain/work-type/fields';
import type { CustomField, SiteFields } from '../../ports/site-fields';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { moduleOfAri } from './invocation';
import { created, description, id } from './shapes';

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

/** Jira's name of each type, and of the searcher that makes it searchable. */
const TYPES: Record<FieldType, { type: string; searcher: string }> = {
  select: { type: 'select', searcher: 'multiselectsearcher' },
  user: { type: 'userpicker', searcher: 'userpickergroupsearcher' },
  text: { type: 'textfield', searcher: 'textsearcher' },
  paragraph: { type: 'textarea', searcher: 'textsearcher' },
  date: { type: 'datepicker', searcher: 'daterange' },
};

const field = z
  .object({ id, name: z.string(), description, schema: z.object({ custom: z.string().optional() }) })
  .transform(({ schema, ...thing }): CustomField => {
    const { custom = '' } = schema;
    return { ...thing, type: typeOf(custom), appField: moduleOfAri(custom) };
  });

const context = z.object({
  id,
  name: z.string(),
  isGlobalContext: z.boolean(),
  isAnyIssueType: z.boolean(),
});

const option = z.object({ id, value: z.string(), disabled: z.boolean() });

function typeOf(custom: string): FieldType | null {
  const names = Object.keys(TYPES) as FieldType[];
  return names.find(name => PREFIX + TYPES[name].type === custom) ?? null;
}

/** Custom fields, their contexts and options. */
export const SITE_FIELDS: SiteFields = {
  customFields: () =>
    allPages(
      startAt => route`/rest/api/3/field/search?type=custom&orderBy=name&startAt=${startAt}&maxResults=50`,
      field,
    ),

  async createField({ name, description, type }) {
    const kind = TYPES[type];
    const body = { name, description, type: PREFIX + kind.type, searcherKey: PREFIX + kind.searcher };
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/field`,
      body,
      answer: created,
    });
    return answer.id;
  },

  describeField: ({ id: fieldId, name, description }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/field/${fieldId}`,
      body: { name, description },
      answer: nothing,
    }),

  async fieldContexts(fieldId) {
    const contexts = await allPages(
      startAt => route`/rest/api/3/field/${fieldId}/context?startAt=${startAt}`,
      context,
    );
    return contexts.map(({ id: contextId, name, isGlobalContext, isAnyIssueType }) => ({
      id: contextId,
      name,
      appliesEverywhere: isGlobalContext && isAnyIssueType,
    }));
  },

  async createFieldContext(fieldId, { name, description }) {
    const body = { name, description, projectIds: [], issueTypeIds: [] };
    const at = route`/rest/api/3/field/${fieldId}/context`;
    const answer = await asAppOrCaller({ method: 'POST', route: at, body, answer: created });
    return answer.id;
  },

  fieldOptions: (fieldId, contextId) =>
    allPages(
      startAt => route`/rest/api/3/field/${fieldId}/context/${contextId}/option?startAt=${startAt}`,
      option,
    ),

  addFieldOptions: (fieldId, contextId, values) =>
    asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/field/${fieldId}/context/${contextId}/option`,
      body: { options: values.map(value => ({ value, disabled: false })) },
      answer: nothing,
    }),

  setFieldOption: (fieldId, contextId, { id: optionId, value, disabled }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/field/${fieldId}/context/${contextId}/option`,
      body: { options: [{ id: optionId, value, disabled }] },
      answer: nothing,
    }),

  orderFieldOptions: (fieldId, contextId, customFieldOptionIds) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/field/${fieldId}/context/${contextId}/option/move`,
      body: { customFieldOptionIds, position: 'First' },
      answer: nothing,
    }),
};
