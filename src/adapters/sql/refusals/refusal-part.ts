import { and, inArray } from 'drizzle-orm';
import { hourOf } from '../../../domain/shared/instant';
import type { DecisionRecords } from '../../../ports/decisions';
import type { QuestionPart } from '../decisions/decision-part';
import { refusalCountRow, refusalCounts } from './refusal-table';

const { refusal, ticket, ticketKey, hour, times } = refusalCounts;
const COUNTED = {
  name: 'refusal count',
  table: refusalCounts,
  columns: { refusal, ticket, ticketKey, hour, times },
};

/** The refusals of the present hour that were repeated. */
export const refusalPart: QuestionPart<Pick<DecisionRecords, 'refusalsCounted'>, 'ticket' | 'hour'> = {
  asks: { ticket: ({ ticketId }) => ticketId, hour: ({ at }) => hourOf(at) },
  selects: asked => [
    {
      source: COUNTED,
      where: and(inArray(ticket, asked.each('ticket')), inArray(hour, asked.each('hour'))),
    },
  ],
  read: found => {
    const counted = found.rowsOf(COUNTED).map(row => refusalCountRow.parse(row));
    return ({ ticketId }) => ({ refusalsCounted: counted.filter(one => one.ticket === ticketId) });
  },
};
