/**
 * Changes of the schema, oldest first, by name and statement. One that has run anywhere is never edited: a further one
 * follows it.
 */
export type Migrations = readonly (readonly [name: string, statement: string])[];
