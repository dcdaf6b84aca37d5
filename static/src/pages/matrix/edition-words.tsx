import type { MatrixVersionShown } from '../../../../src/contract/matrix';
import { todayInUtc } from '../../components/days';
import { Moment } from '../../components/moment';
import { PersonName } from '../../components/person';
import { TicketLink } from '../../components/ticket-link';
import type { ShownEdition } from './edition';

const isPast = (day: string) => day < todayInUtc();

/** Since when the version is in force, or that it was on the day asked about; and who approved it. */
export function EditionWords({ version, shown }: { version: MatrixVersionShown; shown: ShownEdition }) {
  const { number, approvedBy, approvedAt, effectiveFrom, changeTicket, inForce } = version;
  return (
    <>
      {shown.kind === 'day' && (
        <>
          On <Moment at={shown.day} precision="day" />, at the end of the day in UTC, version {number}{' '}
          {isPast(shown.day) ? 'was in force' : 'is the one in force'}, and the people shown are those who act
          for its roles on that day. It took effect on <Moment at={effectiveFrom} precision="day" />
        </>
      )}
      {shown.kind !== 'day' && (
        <>
          Version {number} {inForce ? 'has been in force since' : 'took effect on'}{' '}
          <Moment at={effectiveFrom} precision="day" />
        </>
      )}
      ; approved by <PersonName person={approvedBy} /> on <Moment at={approvedAt} precision="day" />
      {changeTicket !== null && (
        <>
          {' '}
          in <TicketLink ticket={changeTicket} />
        </>
      )}
      .
    </>
  );
}
