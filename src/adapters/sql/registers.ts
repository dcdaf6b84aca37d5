import { asc, eq, sql } from 'drizzle-orm';
import type { Responsibility } from '../../domain/responsibility/responsibility';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings';
import type { DecisionQuestion, DecisionRecords, Registers } from '../../ports/registers';
import type { Database } from './database';
import { decisionRecordsIn, registersAsOf } from './decision-records';
import { settingsEntry } from './decision-statement';
import { sqlMatrixDrafts } from './matrix-drafts';
import * as record from './records';
import { sqlRoleRegister } from './role-register';
import { evidenceEntries, matrixVersions, responsibilities } from './tables';

/** Rows per insert: some 100 kB of a statement's 1 MiB. */
const ROWS_AT_ONCE = 100;

/** The registers of roles, holders and services, and the matrix versions, in Forge SQL. */
export function sqlRegisters(database: Database): Registers {
  const forDecisions = decisionRecordsIn(database, 'that answer');
  const forExplanations = decisionRecordsIn(database, 'of every domain');
  return {
    forDecision: question => only(question, forDecisions),
    forExplanation: question => only(question, forExplanations),
    forDecisions,
    asOf: registersAsOf(database),
    ...matrixRegister(database),
    ...sqlRoleRegister(database),
    settings: async () => {
      const [entry] = await database
        .select({ record: evidenceEntries.facts })
        .from(evidenceEntries)
        .where(sql`${evidenceEntries.id} = ${settingsEntry()}`);
      return entry ? record.settingsRecord.parse(entry.record) : DEFAULT_SETTINGS;
    },
  };
}

async function only(
  question: DecisionQuestion,
  ask: (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]>,
): Promise<DecisionRecords> {
  const [answer] = await ask([question]);
  if (!answer) throw new Error('The question about a decision had no answer.');
  return answer;
}

function matrixRegister(database: Database): Pick<Registers, 'versions' | 'content' | 'adoptVersion'> {
  const drafts = sqlMatrixDrafts(database);
  return {
    versions: async () => {
      const rows = await database
        .select({ record: matrixVersions.record })
        .from(matrixVersions)
        .orderBy(asc(matrixVersions.number));
      return rows.map(row => record.matrixVersionRecord.parse(row.record));
    },
    content: async number => {
      const named = await drafts.named(number);
      if (!named) throw new RangeError(`There is no matrix version ${String(number)}.`);
      const rows = await drafts.allRows(number);
      return { ...named, rows: rows.map(row => record.responsibilityRecord.parse(row)) };
    },
    adoptVersion: async (version, { roles, services, rows }) => {
      if (await drafts.named(version.number)) return;
      await writeRows(database, version.number, rows);
      await drafts.adopt(version, { roles, services });
    },
  };
}

/** Rows of a version that was never completed are what a cut run left: they are written anew. */
async function writeRows(database: Database, number: number, rows: readonly Responsibility[]): Promise<void> {
  await database.delete(responsibilities).where(eq(responsibilities.matrixVersion, number));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await database.insert(responsibilities).values(
      rows.slice(start, start + ROWS_AT_ONCE).map(row => ({
        matrixVersion: number,
        id: row.id,
        domain: row.domain,
        service: row.service,
        record: row,
      })),
    );
  }
}
