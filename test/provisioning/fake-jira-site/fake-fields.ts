import type { SiteFields } from '../../../src/provisioning/ports/jira-site';
import { one, read, type FakeSite } from './fake-state';
import { FakeRefusal } from './fake-writes';

export function fieldsOf(fake: FakeSite): SiteFields {
  const { fields } = fake.state;
  const optionsOf = (fieldId: string, contextId: string) =>
    one(one(fields, fieldId).contexts, contextId).options;
  return {
    customFields: () =>
      read(
        fields.map(({ id, name, description, type, appField }) => ({
          id,
          name,
          description,
          type,
          appField,
        })),
      ),
    createField: field =>
      fake.write('createField', () => {
        const id = `customfield_${fake.nextId()}`;
        const contexts = [{ id: fake.nextId(), name: 'Default', holdsEverywhere: true, options: [] }];
        fields.push({ ...field, id, appField: null, contexts });
        return id;
      }),
    describeField: field =>
      fake.write('describeField', () => void Object.assign(one(fields, field.id), field)),
    fieldContexts: fieldId =>
      read(
        one(fields, fieldId).contexts.map(({ id, name, holdsEverywhere }) => ({ id, name, holdsEverywhere })),
      ),
    createFieldContext: (fieldId, { name }) =>
      fake.write('createFieldContext', () => {
        const id = fake.nextId();
        one(fields, fieldId).contexts.push({ id, name, holdsEverywhere: true, options: [] });
        return id;
      }),
    fieldOptions: (fieldId, contextId) => read(optionsOf(fieldId, contextId)),
    addFieldOptions: (fieldId, contextId, values) =>
      fake.write('addFieldOptions', () => {
        const options = optionsOf(fieldId, contextId);
        for (const value of values) {
          if (options.some(option => option.value === value))
            throw new FakeRefusal(`Option ${value} exists.`);
          options.push({ id: fake.nextId(), value, disabled: false });
        }
      }),
    setFieldOption: (fieldId, contextId, option) =>
      fake.write(
        'setFieldOption',
        () => void Object.assign(one(optionsOf(fieldId, contextId), option.id), option),
      ),
    orderFieldOptions: (fieldId, contextId, ids) =>
      fake.write('orderFieldOptions', () => {
        const options = optionsOf(fieldId, contextId);
        const first = ids.map(id => one(options, id));
        options.splice(0, options.length, ...first, ...options.filter(({ id }) => !ids.includes(id)));
      }),
  };
}
