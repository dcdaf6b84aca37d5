import type { Field } from '../../../../sandbox/jira/model.ts';
import type { createJiraSite } from '../../../../sandbox/jira/site.ts';

/** Field ids by what they hold. */
export const FIELD = {
  text: 'customfield_20001',
  paragraph: 'customfield_20002',
  owner: 'customfield_20003',
  service: 'customfield_20004',
  regions: 'customfield_20005',
  until: 'customfield_20006',
  meeting: 'customfield_20007',
  contacts: 'customfield_20008',
  cost: 'customfield_20009',
  link: 'customfield_20010',
  tags: 'customfield_20011',
  team: 'customfield_20014',
  /** Not on any screen. */
  offScreen: 'customfield_20012',
  /** Of work items elsewhere. */
  elsewhere: 'customfield_20013',
} as const;

/** Options of `service`; the last is switched off. */
export const PRODUCTION = '30001';
export const STAGING = '30002';
export const RETIRED = '30003';

const CUSTOM = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** A field of every kind, with its options. */
export function seedFields({ context: { records } }: ReturnType<typeof createJiraSite>): void {
  const add = (
    id: string,
    name: string,
    type: string,
    schema: { type: string; items?: string },
    projectIds: string[] = [],
  ) => {
    const field: Field = {
      id,
      name,
      description: '',
      custom: true,
      type: `${CUSTOM}:${type}`,
      schema: { ...schema, custom: `${CUSTOM}:${type}`, customId: Number(id.slice(12)) },
      readOnly: false,
    };
    records.fields.put(field);
    records.fieldContexts.put({
      id: `c${id}`,
      fieldId: id,
      name,
      description: '',
      projectIds,
      issueTypeIds: [],
    });
  };
  add(FIELD.text, 'Account ID', 'textfield', { type: 'string' });
  add(FIELD.paragraph, 'Compensating controls', 'textarea', { type: 'string' });
  add(FIELD.owner, 'Account owner', 'userpicker', { type: 'user' });
  add(FIELD.service, 'Environment', 'select', { type: 'option' });
  add(FIELD.regions, 'Regions', 'multiselect', { type: 'array', items: 'option' });
  add(FIELD.until, 'Access until', 'datepicker', { type: 'date' });
  add(FIELD.meeting, 'Meeting', 'datetime', { type: 'datetime' });
  add(FIELD.contacts, 'Contacts', 'multiuserpicker', { type: 'array', items: 'user' });
  add(FIELD.cost, 'Cost', 'float', { type: 'number' });
  add(FIELD.link, 'Link', 'url', { type: 'string' });
  add(FIELD.tags, 'Tags', 'labels', { type: 'array', items: 'string' });
  add(FIELD.team, 'Team in charge', 'grouppicker', { type: 'group' });
  add(FIELD.offScreen, 'Off screen', 'textfield', { type: 'string' });
  add(FIELD.elsewhere, 'Elsewhere', 'textfield', { type: 'string' }, ['999']);
  const option = (id: string, fieldId: string, value: string, position: number, disabled = false) =>
    records.fieldOptions.put({ id, contextId: `c${fieldId}`, fieldId, value, disabled, position });
  option(PRODUCTION, FIELD.service, 'Production', 0);
  option(STAGING, FIELD.service, 'Staging', 1);
  option(RETIRED, FIELD.service, 'Mainframe', 2, true);
  option('30011', FIELD.regions, 'Europe', 0);
  option('30012', FIELD.regions, 'America', 1);
}
