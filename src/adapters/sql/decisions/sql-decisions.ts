import type { Instant } from '../../../domain/shared/instant';
import type { DecisionQuestion, DecisionRecords, Decisions, RegistersAsOf } from '../../../ports/decisions';
import { readingBy, type Database } from '../database';
import { answersTo, partRow, registersOf, type PartRow, type RowsRead } from './decision-answers';
import { decisionStatement, registersStatement, valuesOf } from './decision-statement';

/** What decisions read, in Forge SQL: one statement each. */
export function sqlDecisions(database: Database): Decisions {
  const records = decisionRecordsIn(database, 'that answer');
  const recordsToExplain = decisionRecordsIn(database, 'of every domain');
  return {
    records: question => only(question, records),
    recordsOfEach: records,
    recordsToExplain: question => only(question, recordsToExplain),
    registersAsOf: registersAsOf(database),
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

type Reading = (values: Record<string, string>) => Promise<PartRow[]>;

/**
 * Reads everything that decisions about tickets depend on in one statement: a gate has seconds, and a budget; a sweep
 * asks about a page of tickets at once. All questions are about one instant. Writing the statement takes longer than
 * all else that a gate does, so it is written once for each number of questions.
 * @returns reads what answers the questions, in their order
 */
function decisionRecordsIn(
  database: Database,
  rows: RowsRead,
): (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]> {
  const readings = new Map<number, Reading>();
  return async questions => {
    const [first] = questions;
    if (!first) return [];
    if (questions.some(({ at }) => at !== first.at))
      throw new RangeError('The questions are about several instants.');
    const reading =
      readings.get(questions.length) ??
      readingBy(decisionStatement(database, questions.length, rows), partRow);
    readings.set(questions.length, reading);
    return answersTo(questions, await reading(valuesOf(first.at, questions)), rows);
  };
}

/** Reads what the registers say at an instant, whatever is asked. The statement is written when it is first needed. */
function registersAsOf(database: Database): (at: Instant) => Promise<RegistersAsOf> {
  let reading: Reading | undefined;
  return async at => {
    reading ??= readingBy(registersStatement(database), partRow);
    return registersOf(await reading({ at }));
  };
}
