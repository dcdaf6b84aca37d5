import { inArray } from 'drizzle-orm';
import type { DecisionRecords } from '../../../ports/decisions';
import type { QuestionPart } from '../decisions/decision-part';
import { obligationRecord, obligations } from './obligation-table';

const { ticket, record } = obligations;
const OBLIGATION = { name: 'obligation', table: obligations, columns: { ticket, record } };

/** What the index of tickets under obligation says of a ticket. */
export const obligationPart: QuestionPart<Pick<DecisionRecords, 'obligation'>, 'ticket'> = {
  asks: { ticket: ({ ticketId }) => ticketId },
  selects: asked => [{ source: OBLIGATION, where: inArray(ticket, asked.each('ticket')) }],
  read: found => {
    const rows = new Map(found.rowsOf(OBLIGATION).map(row => [row.ticket, row.record]));
    return ({ ticketId }) => {
      const row = rows.get(ticketId);
      return { obligation: row === undefined ? null : obligationRecord.parse(row) };
    };
  },
};
