import type { Ticket } from '../domain/ticket/ticket';
import { followTicket, type FollowTicketPorts } from './follow-ticket';

export type LookPorts = FollowTicketPorts;

/**
 * Which of these tickets are not as they should be. Each is followed as a ticket always is, with the difference that
 * what it reads is read for all of them at once, and that it ends where it would write for the first time. Whatever
 * fails on the way counts as a yes: following the ticket by itself will tell.
 * @returns their ids
 */
export async function ticketsToFollow(ports: LookPorts, tickets: readonly Ticket[]): Promise<string[]> {
  const looking = lookingOnly(ports, tickets);
  const looked = await Promise.all(
    tickets.map(async ({ id }) => ({ id, isAsItShould: await endsWithoutWriting(looking, id) })),
  );
  return looked.filter(({ isAsItShould }) => !isAsItShould).map(({ id }) => id);
}

async function endsWithoutWriting(ports: FollowTicketPorts, id: string): Promise<boolean> {
  try {
    return (await followTicket(ports, id)) === 'followed';
  } catch {
    return false;
  }
}

function lookingOnly(ports: LookPorts, tickets: readonly Ticket[]): FollowTicketPorts {
  const byId = new Map(tickets.map(ticket => [ticket.id, ticket]));
  const at = ports.clock.now();
  const { decisions, cloudAccounts, directory } = ports;
  const readToWrite = (id: string) => {
    const ticket = byId.get(id);
    return Promise.resolve(ticket && { ticket, writeAppFields: () => moreThanALook('writeAppFields') });
  };
  const records = together(decisions.recordsOfEach);
  const accounts = together(async (asked: string[][]) => {
    const found = await directory.accounts([...new Set(asked.flat())]);
    return asked.map(() => found);
  });
  const ofTicket = together(async (asked: string[]) => {
    const found = await cloudAccounts.ofTickets(asked);
    return asked.map(id => found.find(({ ticket }) => ticket === id));
  });
  return {
    clock: { now: () => at },
    tickets: only({ ...ports.tickets, readToWrite }, ['readToWrite']),
    decisions: only({ ...decisions, records }, ['records']),
    directory: only({ ...directory, accounts: ids => accounts([...ids]) }, ['accounts']),
    ledger: only(ports.ledger, ['list']),
    cloudAccounts: only({ ...cloudAccounts, ofTicket }, ['ofTicket']),
    drafts: only(ports.drafts, ['current']),
    matrixVersions: only(ports.matrixVersions, ['rows', 'allRows', 'named']),
    roles: only(ports.roles, []),
    services: only(ports.services, []),
    jobs: only(ports.jobs, []),
  };
}

/** The port with these of its functions; every other ends the look. */
function only<Port extends object>(port: Port, reads: readonly (keyof Port)[]): Port {
  return new Proxy(port, {
    get: (target, name) =>
      reads.some(read => read === name)
        ? (Reflect.get(target, name) as unknown)
        : () => moreThanALook(String(name)),
  });
}

function moreThanALook(what: string): Promise<never> {
  return Promise.reject(new Error(`${what} would be more than a look.`));
}

/** Asks together what is asked before anything else can happen. @param ask - answers in the order of the questions */
function together<Question, Answer>(
  ask: (questions: Question[]) => Promise<Answer[]>,
): (question: Question) => Promise<Answer> {
  let gathered: { question: Question; answer: PromiseWithResolvers<Answer> }[] = [];
  const askThem = async () => {
    const asked = gathered;
    gathered = [];
    try {
      const answers = await ask(asked.map(({ question }) => question));
      asked.forEach(({ answer }, at) => {
        answer.resolve(answers[at] as Answer);
      });
    } catch (fault) {
      for (const { answer } of asked) answer.reject(fault);
    }
  };
  return question => {
    if (gathered.length === 0) setImmediate(() => void askThem());
    const answer = Promise.withResolvers<Answer>();
    gathered.push({ question, answer });
    return answer.promise;
  };
}
