/** What later versions brought, in the bundle of the app as it is built: without it, it sets up what version 0.1 did. */
const LATER: [what: string, is: RegExp, was: string][] = [
  ['work types', /(?=var WORK_TYPES = TICKET_KINDS)/g, 'TICKET_KINDS.splice(1);\n'],
  [
    'fields',
    /(?=var FIELD_NAMES = )/g,
    'for (const later of ["beneficiary", "entitlement", "privileged", "accessUntil", "effectiveDate"]) delete PEOPLE_FIELDS[later];\n',
  ],
  // Whom evidence names, and what is under obligation, is written by every version that this bundle can be.
  [
    'tables',
    /(?=var MIGRATION_NAMES = )/g,
    'MIGRATIONS.splice(0, MIGRATIONS.length, ...MIGRATIONS.filter(([name]) => !["v002_matrix_draft", "v002_upload_chunk"].includes(name)));\n',
  ],
];

/** @throws when the bundle has not what is to be left out, so that no test takes a later version for the first one */
export function asVersion01(built: string): string {
  return LATER.reduce((bundle, [what, is, was]) => {
    const found = bundle.match(is)?.length ?? 0;
    if (found !== 1) throw new Error(`The ${what} stand ${String(found)} times in the bundle, and not once.`);
    return bundle.replace(is, was);
  }, built);
}
