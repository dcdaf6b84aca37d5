import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { FIELD_NAMES, PEOPLE_FIELDS, type FieldName } from '../../../src/domain/work-type/fields';
import { runToEnd, SetUpBench } from './set-up-bench';

/** The fields that version 0.1 of the app made. */
const FIRST_FIELDS: readonly FieldName[] = [
  'cloudService',
  'responsibilityDomain',
  'accountOwner',
  'securityContact',
  'billingOwner',
  'environment',
  'dataClassification',
  'accountId',
];

const LATER_FIELDS = FIELD_NAMES.filter(name => !FIRST_FIELDS.includes(name));

/** A site as version 0.1 set it up: one work type, with its fields only. */
export async function firstSetUp(): Promise<SetUpBench> {
  const bench = new SetUpBench([CLOUD_ACCOUNT_REQUEST]);
  await runToEnd(bench);
  const { fields } = bench.jira.state;
  for (const name of LATER_FIELDS) {
    const position = fields.findIndex(field => field.name === PEOPLE_FIELDS[name].name);
    if (position < 0) throw new Error(`There is no field ${name}.`);
    fields.splice(position, 1);
  }
  const memory = await bench.deps.memories.read();
  await bench.deps.memories.write({
    ...memory,
    fields: without(memory.fields, LATER_FIELDS),
    made: without(
      memory.made,
      LATER_FIELDS.map(name => `context of ${name}`),
    ),
    completed: {
      ...memory.completed,
      'people-fields': 'as version 0.1 had it',
      'field-options': 'as version 0.1 had it',
    },
  });
  return bench;
}

function without<Key extends string>(
  record: Partial<Record<Key, string>>,
  keys: readonly string[],
): Record<string, string> {
  const kept = Object.entries<string | undefined>(record).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as Record<string, string>;
}
