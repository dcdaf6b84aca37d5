import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const record = z.object({ collection: z.string(), id: z.string(), body: z.string() });
const entry = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  actor: z.string().nullable(),
  subject: z.string(),
  facts: z.string(),
});

/** Far above what the local Jira counts up to. */
const FIRST_ID = 1_000_000;

/**
 * Writes copies of a ticket, with its history and all that is on record about it, into the data of a sandbox. It sees
 * them after its next start. Raising thousands of tickets one by one would take longer than what is measured.
 */
export function multiplyTicket(
  dataFolder: string,
  ticket: { id: string; key: string },
  copies: number,
): void {
  multiplyInJira(join(dataFolder, 'jira.db'), ticket, copies);
  multiplyOnRecord(join(dataFolder, 'app.db'), ticket, copies);
}

function multiplyInJira(file: string, { id, key }: { id: string; key: string }, copies: number): void {
  const jira = new DatabaseSync(file);
  const records = z
    .array(record)
    .parse(
      jira
        .prepare(
          `SELECT * FROM record WHERE (collection = 'issue' AND id = ?) OR (collection IN ('history', 'comment') AND json_extract(body, '$.issueId') = ?)`,
        )
        .all(id, id),
    );
  const insert = jira.prepare('INSERT INTO record (collection, id, body) VALUES (?, ?, ?)');
  jira.exec('BEGIN');
  for (let copy = 0; copy < copies; copy += 1) {
    for (const { collection, id: own, body } of records) {
      const newId = collection === 'issue' ? idOfCopy(copy) : idOfChange(own, copy);
      const issue =
        collection === 'issue' ? { key: `${key}${FIRST_ID + copy}` } : { issueId: idOfCopy(copy) };
      insert.run(collection, newId, JSON.stringify({ ...(JSON.parse(body) as object), id: newId, ...issue }));
    }
  }
  jira.exec('COMMIT');
  jira.close();
}

function multiplyOnRecord(file: string, { id }: { id: string }, copies: number): void {
  const app = new DatabaseSync(file);
  const entries = z
    .array(entry)
    .parse(app.prepare('SELECT * FROM evidence_entry WHERE subject = ?').all(`ticket:${id}`));
  const insert = app.prepare(
    'INSERT INTO evidence_entry (id, at, kind, actor, subject, facts) VALUES (?, ?, ?, ?, ?, ?)',
  );
  app.exec('BEGIN');
  for (let copy = 0; copy < copies; copy += 1) {
    const idOf = (own: string) => createHash('sha256').update(`${own} ${copy}`).digest('hex');
    for (const { id: own, at, kind, actor, facts } of entries) {
      let copied = facts.replaceAll(`"ticket":"${id}"`, `"ticket":"${idOfCopy(copy)}"`);
      for (const other of entries) copied = copied.replaceAll(other.id, idOf(other.id));
      copied = copied.replaceAll(
        /"(change|newestChange)":"(\d+)"/g,
        (_, name: string, change: string) => `"${name}":"${idOfChange(change, copy)}"`,
      );
      insert.run(idOf(own), at, kind, actor, `ticket:${idOfCopy(copy)}`, copied);
    }
  }
  app.exec('COMMIT');
  app.close();
}

function idOfCopy(copy: number): string {
  return String(FIRST_ID + copy);
}

/** In the order of the originals: entries of a history are in the order of their ids. */
function idOfChange(own: string, copy: number): string {
  return String(FIRST_ID + copy * 100 + (Number(own) % 100));
}
