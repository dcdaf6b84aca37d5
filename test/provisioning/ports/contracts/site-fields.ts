import { expect, it } from '@jest/globals';
import type { FieldType } from '../../../../src/domain/work-type/fields';
import { APP_FIELDS } from '../../../../src/domain/work-type/fields';
import { isRefused, useSite, type OpenSite } from './site-under-test.ts';

const FIELD = { name: 'Reason', description: 'Why it is asked for.' };

/** Custom fields, their contexts and options. */
export function fieldsContract(open: OpenSite): void {
  const opened = useSite(open);
  const named = async (name: string) =>
    (await opened().site.customFields()).filter(field => field.name === name);

  /** A select field with the context that comes with it. */
  async function select(): Promise<[fieldId: string, contextId: string]> {
    const { site } = opened();
    const id = await site.createField({ ...FIELD, type: 'select' });
    const [context, ...others] = await site.fieldContexts(id);
    if (!context || others.length > 0) throw new Error('A field begins with one context.');
    expect(context.appliesEverywhere).toBe(true);
    return [id, context.id];
  }

  it('has the fields of the app, by the keys of its modules', async () => {
    const fields = await opened().site.customFields();
    const keys = fields.flatMap(({ appField }) => appField?.moduleKey ?? []);
    expect(keys.sort()).toEqual(
      Object.values(APP_FIELDS)
        .map(({ moduleKey }) => moduleKey)
        .sort(),
    );
  });

  it.each<FieldType>(['select', 'user', 'text', 'paragraph', 'date'])(
    'has a field of the type %s once it is created',
    async type => {
      const id = await opened().site.createField({ ...FIELD, type });
      expect(await named(FIELD.name)).toEqual([{ ...FIELD, id, type, appField: null }]);
    },
  );

  it('has two fields of one name, which Jira allows', async () => {
    const { site } = opened();
    const ids = [
      await site.createField({ ...FIELD, type: 'text' }),
      await site.createField({ ...FIELD, type: 'text' }),
    ];
    expect((await named(FIELD.name)).map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('has a field under the name that it was given', async () => {
    const { site } = opened();
    const id = await site.createField({ ...FIELD, type: 'text' });
    await site.describeField({ id, name: 'Cause', description: 'Of it.' });
    expect(await named('Cause')).toMatchObject([{ id, description: 'Of it.', type: 'text' }]);
    expect(await named(FIELD.name)).toEqual([]);
  });

  it('has the options of a select in the order in which they were added', async () => {
    const { site } = opened();
    const [field, context] = await select();
    expect(await site.fieldOptions(field, context)).toEqual([]);
    await site.addFieldOptions(field, context, ['Staging', 'Production']);
    await site.addFieldOptions(field, context, ['Sandbox']);
    const options = await site.fieldOptions(field, context);
    expect(options.map(({ value, disabled }) => [value, disabled])).toEqual([
      ['Staging', false],
      ['Production', false],
      ['Sandbox', false],
    ]);
    expect(await isRefused(site, site.addFieldOptions(field, context, ['Sandbox']))).toBe(true);
  });

  it('has an option switched off, and on again', async () => {
    const { site } = opened();
    const [field, context] = await select();
    await site.addFieldOptions(field, context, ['Staging']);
    const [option] = await site.fieldOptions(field, context);
    if (!option) throw new Error('There is no option.');
    for (const disabled of [true, false]) {
      await site.setFieldOption(field, context, { ...option, disabled });
      expect(await site.fieldOptions(field, context)).toEqual([{ ...option, disabled }]);
    }
  });

  it('has the options first that were put first', async () => {
    const { site } = opened();
    const [field, context] = await select();
    await site.addFieldOptions(field, context, ['a', 'b', 'c']);
    const ids = (await site.fieldOptions(field, context)).map(({ id }) => id);
    await site.orderFieldOptions(field, context, [ids[2] ?? '', ids[0] ?? '']);
    const options = await site.fieldOptions(field, context);
    expect(options.map(({ value }) => value)).toEqual(['c', 'a', 'b']);
  });
}
