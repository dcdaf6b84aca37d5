import type { CommentParagraph } from '../ticket/comment';
import type { Account, AccountId, NameOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { momentInWords } from '../shared/date-in-words';
import { transitionFrom, type Meaning, type Transition, type WorkType } from '../work-type/work-type';
import { transitionMeant, type Bypass, type BypassKind } from './bypass';
import type { TicketStory } from '../ticket/story';

/** A bypass, the ticket that it is on, and who is accountable for that ticket now. */
export interface BypassStory {
  bypass: Bypass;
  story: TicketStory;
  accountable: AccountId | null;
  name: NameOf;
}

/** What a transition would have been, had it gone the way it should. */
const WOULD_BE: Record<Meaning, string> = {
  submit: 'a submission',
  approve: 'an approval',
  reject: 'a rejection',
  return: 'a request for rework',
  fulfil: 'carrying it out',
  revoke: 'a revocation',
  withdraw: 'a withdrawal',
};

function nounOf({ noun, means }: Transition): string {
  return noun ?? WOULD_BE[means];
}

/** What is kept of a bypass: all that it takes to say what happened, without anybody's name. */
export interface BypassHappened {
  workType: string;
  bypass: BypassKind;
  when: Instant;
  by: AccountId;
  byKind: Account['kind'] | null;
  from: string | null;
  to: string;
  transition: string | null;
  expected: readonly AccountId[];
  /** What it does not count as, and what became of it. */
  meaning: string;
}

export function bypassHappened({ ticket, workType }: TicketStory, bypass: Bypass): BypassHappened {
  const { kind, at: when, actor: by, from, to, transition, expected } = bypass;
  const byKind = ticket.accounts.get(by)?.kind ?? null;
  const meaning = bypassMeaning(bypass, workType);
  return { workType: workType.name, bypass: kind, when, by, byKind, from, to, transition, expected, meaning };
}

/** What happened, when and by whom, and what it does not count as. */
export function happenedInWords(happened: BypassHappened, name: NameOf): string {
  return `On ${momentInWords(happened.when)}, ${happening(happened, name)}. ${happened.meaning}`;
}

/** The same with what to do about it: what the panel says. */
export function bypassMessage(told: BypassStory): string {
  const { accountable, name } = told;
  const to = accountable === null ? '' : `${name(accountable)}: `;
  return `${happenedInWords(bypassHappened(told.story, told.bypass), name)} ${to}${remedy(told)}`;
}

/** Says on the ticket what happened past its gates, in order, and to the accountable person what to do. */
export function bypassComment(stories: readonly BypassStory[]): CommentParagraph[] {
  const last = stories.at(-1);
  if (!last) return [];
  const { accountable, name } = last;
  const to = accountable === null ? [] : [{ mention: accountable, name: name(accountable) }, ', '];
  const happened = stories.map(({ story, bypass }) => [
    { strong: 'Past its gates. ' },
    happenedInWords(bypassHappened(story, bypass), name),
  ]);
  return [...happened, [...to, remedy(last)]];
}

function happening(happened: BypassHappened, name: NameOf): string {
  const { bypass, by, byKind, workType, from, to, transition, expected } = happened;
  const who = byKind === 'app' ? `the app ${name(by)}` : name(by);
  switch (bypass) {
    case 'not in the workflow':
      return `${who} moved this from ${from ?? 'nowhere'} to ${to}, and no transition of a ${workType} does that`;
    case 'not permitted by its gate':
      return `${who} used ${transition ?? ''}, and its gate had not permitted it`;
    case 'made by somebody else':
      return `${who} used ${transition ?? ''}, which ${only(expected, name)}`;
    case 'created past its gates':
      return `${who} created this in ${to}, past the gates that come before it`;
    case 'moved past its gates':
      return `${who} made this a ${workType} of this space when it stood in ${to}, past the gates that come before it`;
  }
}

function only(expected: readonly AccountId[], name: NameOf): string {
  if (expected.length === 0) return 'nobody could, for nobody was accountable';
  return `only ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(expected.map(name))} could`;
}

export function bypassMeaning(bypass: Bypass, workType: WorkType): string {
  const would = transitionMeant(bypass, workType);
  if (!would) return 'Nothing that was decided before holds any more.';
  const notCounted = `This does not count as ${nounOf(would)}.`;
  const counts = workType.afterBypass?.({ would: would.means, isPermitted: isPermitted(bypass) }).counts;
  if (counts === undefined) return notCounted;
  return isPermitted(bypass) ? counts : `${notCounted} ${counts}`;
}

/** Whether its gate had permitted what somebody else then did. */
function isPermitted({ kind }: Bypass): boolean {
  return kind === 'made by somebody else';
}

/** What to do about it, from where the ticket stands now; it begins with a small letter where somebody is addressed. */
function remedy({ bypass, story, accountable }: BypassStory): string {
  const { ticket, workType } = story;
  const text = remedyFrom(ticket.status, bypass, workType);
  return accountable === null ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function remedyFrom(status: string, bypass: Bypass, workType: WorkType): string {
  if (status === workType.initialStatus) return 'it can be submitted again, and goes through its gates.';
  const back = transitionFrom(workType, status, 'return');
  if (back) return `use ${back.name}; then have it submitted again, and decide.`;
  const would = transitionMeant(bypass, workType)?.means ?? null;
  const revocable = transitionFrom(workType, status, 'revoke') !== undefined;
  const ofType = workType.afterBypass?.({ would, isPermitted: isPermitted(bypass), revocable }).remedy;
  return ofType ?? 'nothing leads back from here: have a new ticket raised in its place, and decide that.';
}

/** What somebody has judged of a bypass, with the names of that time. */
export interface Acknowledgement {
  by: string;
  roleName: string;
  reason: string;
}

/** That it was acknowledged, by whom and why: what the panel says. @param day - in words */
export function acknowledgedInWords({ by, roleName, reason }: Acknowledgement, day: string): string {
  return `Acknowledged by ${by}, for the ${roleName}, on ${day}: “${reason}”`;
}

/** Says on the ticket that a bypass was judged, and what that does not mean. */
export function acknowledgementComment({ by, roleName, reason }: Acknowledgement): CommentParagraph[] {
  return [
    [
      { strong: 'Past its gates, and acknowledged. ' },
      `${by}, for the ${roleName}, has judged that nothing more is to be done: “${reason}” What went past its gates counts no more than before.`,
    ],
  ];
}
