import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { say } from '../shared/sentence';

const service = z.strictObject({
  key: z.string(),
  name: z.string(),
  provider: z.string(),
  model: z.string(),
  viewpoint: z.string(),
  material: z.boolean(),
  contract: z.string(),
});

const role = z.strictObject({ key: z.string(), name: z.string(), kind: z.string(), charter: z.string() });

/** A cloud service that was added to the register, or changed there: as it was, and as it is. */
export const serviceChanged = defineEvidence('service-changed', {
  version: 1,
  facts: z.strictObject({ before: service.nullable(), after: service }),
  title: 'Cloud service changed',
  subjectOf: ({ after: { key } }) => `service:${key}`,
  distinguishing: (facts, at) => ({ ...facts, at }),
  describe: ({ facts: { before, after } }) => changeInWords(before, after),
});

/** A role that was added to the register, or changed there. */
export const roleChanged = defineEvidence('role-changed', {
  version: 1,
  facts: z.strictObject({ before: role.nullable(), after: role }),
  title: 'Role changed',
  subjectOf: ({ after: { key } }) => `role:${key}`,
  distinguishing: (facts, at) => ({ ...facts, at }),
  describe: ({ facts: { before, after } }) => changeInWords(before, after),
});

type Cells = Readonly<Record<string, string | boolean>> & { key: string; name: string };

function changeInWords(before: Cells | null, after: Cells): string {
  const cells = Object.keys(after).filter(cell => cell !== 'key');
  if (!before)
    return say`${after.key} was added: ${cells.map(cell => say`${cell} ${written(after[cell])}`).join(', ')}.`;
  const changed = cells.filter(cell => before[cell] !== after[cell]);
  const each = changed.map(cell => say`${cell} was ${written(before[cell])}, is ${written(after[cell])}`);
  return say`${after.key}: ${each.join('; ')}.`;
}

function written(value: string | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined || value === '' ? 'empty' : `“${value}”`;
}
