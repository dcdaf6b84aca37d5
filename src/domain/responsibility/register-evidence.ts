import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { say } from '../shared/sentence';

/** A file with which a register was changed. */
export const registerImported = defineEvidence('register-imported', {
  version: 1,
  facts: z.strictObject({
    dataset: z.enum(['roles', 'holders', 'services', 'responsibilities']),
    lines: z.number(),
    added: z.number(),
    changed: z.number(),
    fileHash: z.string(),
  }),
  title: 'Register imported',
  subjectOf: ({ dataset }) => importSubject(dataset),
  distinguishing: (facts, at) => ({ ...facts, at }),
  describe: ({ facts: { dataset, lines, added, changed } }) =>
    say`${dataset}: ${String(lines)} lines, ${String(added)} added, ${String(changed)} changed.`,
});

/** The subject of the evidence of imports of one register. */
export function importSubject(dataset: string): string {
  return `register:${dataset}`;
}
