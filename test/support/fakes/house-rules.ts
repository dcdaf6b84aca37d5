import { KINDS_IN_USE } from '../../../src/application/work-types/kinds-in-use';
import { kindsInUse, type KindInUse, type WorkTypeReading } from '../../../src/application/tickets/reading';
import { registerOf } from '../../../src/application/tickets/registers';
import type { RoleKey } from '../../../src/domain/responsibility/role';
import type { AccountId } from '../../../src/domain/shared/account';
import { NO_SUBJECT } from '../../../src/domain/work-type/subject';
import { houseRuleKind, isHouseRuleCommand, type HouseRuleSubject } from '../builders/house-rule';
import type { RegisterContents } from './register-contents';
import { aWorld } from './world';

/** Where the texts of house rules are kept, with everyone who wrote them. */
export function memoryHouseRules() {
  const rules = new Map<string, { text: string; authors: AccountId[] }>();
  const posted: string[] = [];
  return {
    /** The tickets whose rules are on the wall. */
    posted,
    write: (ticket: string, author: AccountId, text: string) => {
      const authors = [...(rules.get(ticket)?.authors ?? []), author];
      rules.set(ticket, { text, authors: [...new Set(authors)] });
    },
    of: (ticket: string) => rules.get(ticket),
  };
}

type HouseRules = ReturnType<typeof memoryHouseRules>;

function readingOf(rules: HouseRules): WorkTypeReading<HouseRuleSubject> {
  return {
    register: registerOf(isHouseRuleCommand, (_, { ticket }) => {
      rules.posted.push(ticket);
      return Promise.resolve({ outcome: 'done' });
    }),
    read: (_, asked) =>
      Promise.resolve(
        asked.map(({ story }) => {
          const rule = rules.of(story.ticket.id);
          if (!rule) return { ...NO_SUBJECT, text: null };
          const { text, authors } = rule;
          return { authors, decided: { text }, inputs: { text }, text };
        }),
      ),
  };
}

/** The company's world with house rules beside all that a release has. @param approvers - the role of each step */
export function aWorldOfHouseRules({
  approvers,
  registers,
}: { approvers?: readonly RoleKey[]; registers?: Partial<RegisterContents> } = {}) {
  const rules = memoryHouseRules();
  const kind: KindInUse<HouseRuleSubject> = { ...houseRuleKind(approvers), reading: readingOf(rules) };
  const world = aWorld(registers, { kinds: kindsInUse([...KINDS_IN_USE.all, kind]) });
  return {
    ...world,
    rules,
    /** A rule that someone raises, and someone else has written. */
    drafted: async (creator: AccountId, author: AccountId): Promise<string> => {
      const { id } = await world.raise(creator, {}, kind.workType);
      rules.write(id, author, 'No shoes indoors.');
      await world.follow(id);
      return id;
    },
  };
}
