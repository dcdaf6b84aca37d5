import { ticketResponsibility } from '../../domain/routing/ticket-route';
import type { Instant } from '../../domain/shared/instant';
import { storyOf, type TicketStory } from '../../domain/ticket/story';
import { peopleOf } from '../../domain/ticket/people-of';
import { NO_CHANGES, type ScreenChanges, type Ticket } from '../../domain/ticket/ticket';
import type { Subject } from '../../domain/work-type/subject';
import type { WorkType } from '../../domain/work-type/work-type';
import type { Accounts } from '../../domain/shared/account';
import type { DecisionQuestion, DecisionRecords } from '../../ports/decisions';
import type { KnownPeople } from '../../ports/recorder';
import { allocate, type Allocated } from './allocation';
import type { LookPorts } from './look-ports';
import type { AskedSubject, KindInUse, Purpose, TicketKinds } from './reading';

/** A ticket with all that a run needs to know of it, read once. */
export interface Looked extends Allocated {
  kind: KindInUse;
  story: TicketStory;
  subject: Subject;
  records: DecisionRecords;
  /** Those of the people it concerns who are on record, and whose names are known. */
  known: KnownPeople;
  at: Instant;
}

interface Look {
  kinds: TicketKinds;
  at: Instant;
  purpose: Purpose;
  /** What is being set on the screen of a transition; nothing when absent. */
  screen?: ScreenChanges;
  /** Reads the records; as many as the tickets, in their order. */
  records: (questions: readonly DecisionQuestion[]) => Promise<DecisionRecords[]>;
}

/** Looks at one ticket. */
export async function lookAt(ports: LookPorts, ticket: Ticket, look: Omit<Look, 'records'>): Promise<Looked> {
  const records = async ([question]: readonly DecisionQuestion[]) =>
    question ? [await ports.decisions.records(question)] : [];
  return only(await lookAtEach(ports, [ticket], { ...look, records }));
}

/** The same with every row that holds for the ticket's service, for its readers. */
export async function lookToExplain(
  ports: LookPorts,
  ticket: Ticket,
  look: Omit<Look, 'records' | 'purpose'>,
): Promise<Looked> {
  const records = async ([question]: readonly DecisionQuestion[]) =>
    question ? [await ports.decisions.recordsToExplain(question)] : [];
  return only(await lookAtEach(ports, [ticket], { ...look, purpose: 'decision', records }));
}

function only([looked]: readonly Looked[]): Looked {
  if (!looked) throw new Error('A ticket was looked at, and nothing was found.');
  return looked;
}

/** Looks at several tickets at the cost of one: what they need is read together. */
export async function lookAtAll(
  ports: LookPorts,
  tickets: readonly Ticket[],
  look: Omit<Look, 'records' | 'screen'>,
): Promise<Looked[]> {
  return lookAtEach(ports, tickets, { ...look, records: ports.decisions.recordsOfEach });
}

async function lookAtEach(ports: LookPorts, tickets: readonly Ticket[], look: Look): Promise<Looked[]> {
  const { kinds, at, purpose, screen = NO_CHANGES } = look;
  const kindOf = tickets.map(({ workType }) => kinds.named(workType));
  const records = await look.records(
    tickets.map((ticket, nth) => {
      const { workType, reading } = of(kindOf, nth);
      return { ...questionOf(ticket, workType, screen, at), subject: reading.asks?.(ticket, screen) ?? {} };
    }),
  );
  const asked = tickets.map((ticket, nth): AskedSubject => {
    const known = of(records, nth);
    const { decisions, allowsReadFrom } = known;
    const story = storyOf(ticket, of(kindOf, nth).workType, decisions, [], allowsReadFrom);
    return { story, screen, records: known, at };
  });
  const subjects = await subjectsOf(ports, kindOf, asked, purpose);
  const routed = asked.map((one, nth) => {
    const subject = of(subjects, nth);
    return { ...one, subject, story: { ...one.story, authors: subject.authors } };
  });
  const allocated = await allocate(ports.directory, routed);
  return routed.map((one, nth) => {
    const found = of(allocated, nth);
    return { ...one, ...found, kind: of(kindOf, nth), known: knownIn(one, found.accounts) };
  });
}

function knownIn({ story, screen, records }: AskedSubject, accounts: Accounts): KnownPeople {
  const holders = records.holders.map(({ accountId }) => accountId);
  return {
    people: records.people,
    asked: new Set([...peopleOf(story.ticket, screen), ...holders]),
    accounts,
  };
}

/** Each kind reads the subjects of all of its tickets together. */
async function subjectsOf(
  ports: LookPorts,
  kindOf: readonly KindInUse[],
  asked: readonly AskedSubject[],
  purpose: Purpose,
): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const kind of new Set(kindOf)) {
    const places = asked.map((_, nth) => nth).filter(nth => kindOf[nth] === kind);
    const read = await kind.reading.read(
      ports,
      places.map(nth => of(asked, nth)),
      purpose,
    );
    for (const [nth, place] of places.entries()) subjects[place] = of(read, nth);
  }
  return subjects;
}

/** What the registers say about a ticket at an instant, whatever its own time; nothing of its own subject. */
export async function recordsFor(
  decisions: Pick<LookPorts['decisions'], 'records'>,
  ticket: Ticket,
  workType: WorkType,
  at: Instant,
): Promise<DecisionRecords> {
  return decisions.records(questionOf(ticket, workType, NO_CHANGES, at));
}

function questionOf(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
  at: Instant,
): DecisionQuestion {
  const { domain, service } = ticketResponsibility(ticket, workType, screen);
  const { responsibility } = workType;
  return {
    ticketId: ticket.id,
    domain,
    // Asked for though the ticket or the screen names a domain: a gate also looks at the route without the screen.
    activity: responsibility.by === 'matrix' ? responsibility.activity : '',
    service,
    subject: {},
    people: peopleOf(ticket, screen),
    at,
  };
}

function of<T>(list: readonly T[], nth: number): T {
  const found = list[nth];
  if (found === undefined) throw new Error('Fewer answers than questions.');
  return found;
}
