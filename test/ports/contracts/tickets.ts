import { beforeEach, describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../../src/domain/shared/instant';
import { markLabel, type NewTicket } from '../../../src/domain/ticket/new-ticket';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import type { Tickets } from '../../../src/ports/tickets';

/** Tickets of house rules, in a space that has none at first. Its search may be a minute late. */
export interface TicketsUnderTest {
  tickets: Tickets;
  app: string;
  /** The person in whose name a ticket is created that is not the app's. */
  caller: string;
  /** Someone else. */
  other: string;
  /** A ticket that someone raises themselves. @returns its id */
  raise(creator: string, ticket: { summary: string; labels?: string[] }): Promise<string>;
  /** The next write fails: it never arrives, or its answer is lost. */
  lose(when: 'before' | 'after'): void;
  pass(ms: number): void;
}

const WORK_TYPE = 'House rule';

const RULE: NewTicket = {
  mark: 'review of 2027',
  workType: WORK_TYPE,
  summary: 'Review the rules of the house',
  description: {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'By the end of May.' }] }],
  },
  fields: { effectiveDate: '2027-06-01' },
};

/** What tickets do alike, in memory and in Jira. */
export function ticketsContract(open: () => Promise<TicketsUnderTest>): void {
  let jira: TicketsUnderTest;
  beforeEach(async () => {
    jira = await open();
  });

  /** All that there are, once the search has caught up. */
  async function everyTicket(): Promise<Ticket[]> {
    jira.pass(MINUTE);
    const found: Ticket[] = [];
    let cursor: string | undefined;
    do {
      const page = await jira.tickets.pageToReconcile({
        cursor,
        lookBackHours: 168,
        labels: [],
        statuses: [],
      });
      if (page === 'cursor lapsed') throw new Error('The cursor lapsed.');
      found.push(...page.tickets);
      ({ cursor } = page);
    } while (cursor !== undefined);
    return found;
  }

  /** Asks until it is told, as a job does that is tried again. */
  async function created(rule: NewTicket = RULE): Promise<Ticket> {
    for (let time = 0; time < 5; time += 1) {
      const answer = await jira.tickets.createOnce(rule).catch(() => 'not told' as const);
      if (answer === 'refused') throw new Error('It was refused.');
      if (answer !== 'not told') return read(answer.id);
      jira.pass(MINUTE);
    }
    throw new Error('No one tells whether it was created.');
  }

  async function read(id: string): Promise<Ticket> {
    const ticket = await jira.tickets.read(id);
    if (!ticket) throw new Error(`There is no ticket ${id}.`);
    return ticket;
  }

  const moves = async ({ id }: Ticket) => {
    const { history } = await read(id);
    return history.flatMap(({ actor, changes }) =>
      changes.filter(({ field }) => field === 'status').map(({ to }) => [actor, to]),
    );
  };

  describe('a ticket that the app creates', () => {
    it('is the app’s own, as it was described', async () => {
      expect(await created()).toMatchObject({
        workType: WORK_TYPE,
        status: 'Draft',
        summary: RULE.summary,
        description: RULE.description,
        creator: jira.app,
        reporter: jira.app,
        labels: [markLabel(RULE.mark)],
        fields: { effectiveDate: '2027-06-01', accountOwner: null },
      });
    });

    it('is one, however often it is asked for', async () => {
      const { id } = await created();
      expect((await created()).id).toBe(id);
      jira.pass(HOUR);
      expect((await created({ ...RULE, summary: 'Review them again' })).id).toBe(id);
      expect((await everyTicket()).map(ticket => ticket.id)).toEqual([id]);
    });

    it('is another for another mark', async () => {
      const first = await created();
      const second = await created({ ...RULE, mark: 'review of 2028' });
      expect((await everyTicket()).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    });

    it('is one, though several ask at once', async () => {
      await Promise.allSettled([1, 2, 3].map(() => jira.tickets.createOnce(RULE)));
      const { id } = await created();
      expect((await everyTicket()).map(ticket => ticket.id)).toEqual([id]);
    });

    it.each(['before', 'after'] as const)(
      'is one, though the call is lost %s it has its effect',
      async when => {
        jira.lose(when);
        await expect(jira.tickets.createOnce(RULE)).rejects.toThrow();
        const { id } = await created();
        expect((await everyTicket()).map(ticket => ticket.id)).toEqual([id]);
      },
    );

    it('is refused when it has a field that the screen of its creation does not ask for', async () => {
      const fields = { accountId: '4711' };
      expect(await jira.tickets.createOnce({ ...RULE, fields })).toBe('refused');
      expect(await everyTicket()).toEqual([]);
      expect(await created()).toMatchObject({ status: 'Draft' });
    });

    it('is none that someone else made look like it', async () => {
      const forged = await jira.raise(jira.other, {
        summary: RULE.summary,
        labels: [markLabel(RULE.mark)],
      });
      jira.pass(MINUTE);
      expect((await created()).id).not.toBe(forged);
    });
  });

  describe('a ticket that is created in a person’s name', () => {
    const create = async () => {
      const answer = await jira.tickets.createAsCaller(WORK_TYPE, RULE.summary);
      if (answer === 'refused') throw new Error('It was refused.');
      return read(answer.id);
    };

    it('is theirs, and one as long as no one has moved it', async () => {
      const ticket = await create();
      expect(ticket).toMatchObject({ creator: jira.caller, summary: RULE.summary, status: 'Draft' });
      jira.pass(MINUTE);
      expect((await create()).id).toBe(ticket.id);
      await jira.tickets.move(ticket, 'Lapsed');
      jira.pass(MINUTE);
      expect((await create()).id).not.toBe(ticket.id);
    });

    it('is one, though the answer was lost', async () => {
      jira.lose('after');
      await expect(create()).rejects.toThrow();
      jira.pass(MINUTE);
      const { id } = await create();
      expect((await everyTicket()).map(ticket => ticket.id)).toEqual([id]);
    });

    it('is none that someone else raised', async () => {
      const id = await jira.raise(jira.other, { summary: RULE.summary });
      jira.pass(MINUTE);
      expect((await create()).id).not.toBe(id);
    });
  });

  describe('a ticket that the app moves', () => {
    it('goes where a transition of the app’s own leads, once', async () => {
      const ticket = await created();
      expect(await jira.tickets.move(ticket, 'Lapsed')).toBe('moved');
      expect(await jira.tickets.move(ticket, 'Lapsed')).toBe('moved');
      expect(await moves(ticket)).toEqual([[jira.app, 'Lapsed']]);
    });

    it.each(['before', 'after'] as const)(
      'goes once, though the call is lost %s it has its effect',
      async when => {
        const ticket = await created();
        jira.lose(when);
        await expect(jira.tickets.move(ticket, 'Lapsed')).rejects.toThrow();
        expect(await jira.tickets.move(ticket, 'Lapsed')).toBe('moved');
        expect(await moves(ticket)).toEqual([[jira.app, 'Lapsed']]);
      },
    );

    it.each(['In review', 'Posted'])('stays where it is when the way to %s is not the app’s', async to => {
      const ticket = await read(await jira.raise(jira.other, { summary: RULE.summary }));
      expect(await jira.tickets.move(ticket, to)).toBe('not offered');
      expect(await moves(ticket)).toEqual([]);
    });
  });
}
