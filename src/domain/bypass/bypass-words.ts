import type { CommentParagraph } from '../ticket/comment';
import type { Account, AccountId, NameOf } from '../shared/account';
import type { Instant } from '../shared/instant';
import { momentInWords } from '../shared/date-in-words';
import { transitionFrom, type Meaning, type Transition, type WorkType } from '../work-type/work-type';
import { transitionMeant, type Bypass, type BypassKind } from './bypass';
import type { TicketStory } from '../ticket/story';
import { listed, say } from '../shared/sentence';

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

/** What is kept of a bypass: all that it takes to say what happened, without anyone's name. */
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
  /** What was changed behind the lock. */
  changed: readonly string[];
  /** What it does not count as, and what became of it. */
  meaning: string;
}

export function bypassHappened({ ticket, workType }: TicketStory, bypass: Bypass): BypassHappened {
  const { kind, at: when, actor: by, from, to, transition, expected, changed } = bypass;
  const byKind = ticket.accounts.get(by)?.kind ?? null;
  const meaning = bypassMeaning(bypass, workType);
  const happened = { when, by, byKind, from, to, transition, expected, changed, meaning };
  return { workType: workType.name, bypass: kind, ...happened };
}

/** What happened, when and by whom, and what it does not count as. */
export function happenedInWords(happened: BypassHappened, name: NameOf): string {
  return say`On ${momentInWords(happened.when)}, ${happening(happened, name)}. ${happened.meaning}`;
}

/** The same with what to do about it: what the panel says. */
export function bypassMessage(told: BypassStory): string {
  const { accountable, name } = told;
  const to = accountable === null ? '' : say`${name(accountable)}: `;
  return say`${happenedInWords(bypassHappened(told.story, told.bypass), name)} ${to}${remedy(told)}`;
}

/** Says on the ticket the bypasses, in order, and to the accountable person what to do. */
export function bypassComment(stories: readonly BypassStory[]): CommentParagraph[] {
  const last = stories.at(-1);
  if (!last) return [];
  const { accountable, name } = last;
  const to = accountable === null ? [] : [{ mention: accountable, name: name(accountable) }, ', '];
  const happened = stories.map(({ story, bypass }) => [
    { strong: bypass.changed.length > 0 ? 'Changed after it was submitted. ' : 'Approval bypassed. ' },
    happenedInWords(bypassHappened(story, bypass), name),
  ]);
  return [...happened, [...to, remedy(last)]];
}

function happening(happened: BypassHappened, name: NameOf): string {
  const { bypass, by, byKind, workType, from, to, transition, expected } = happened;
  const who = byKind === 'app' ? say`the app ${name(by)}` : name(by);
  switch (bypass) {
    case 'not in the workflow':
      return say`${who} moved this from ${from ?? 'nowhere'} to ${to}, but the workflow of a ${workType} has no such transition`;
    case 'not permitted by its gate':
      return say`${who} used ${transition ?? ''}, but its gate hadn’t permitted it`;
    case 'made by someone else':
      return say`${who} used ${transition ?? ''}, which ${only(expected, name)}`;
    case 'created in a later status':
      return say`${who} created this in ${to}, skipping the gates before that status`;
    case 'moved in with a later status':
      return say`${who} moved this here as a ${workType} in ${to}, skipping the gates before that status`;
    case 'changed behind the lock':
      return say`${who} changed ${listed(happened.changed)} while this was in ${to}, where only Remit edits`;
  }
}

function only(expected: readonly AccountId[], name: NameOf): string {
  if (expected.length === 0) return 'no one could use because no one was accountable';
  return say`only ${listed(expected.map(name), 'disjunction')} could`;
}

export function bypassMeaning(bypass: Bypass, workType: WorkType): string {
  if (bypass.changed.length > 0) return 'What was submitted is what counts.';
  const would = transitionMeant(bypass, workType);
  if (!would) return 'Earlier decisions no longer count.';
  const notCounted = say`This doesn’t count as ${nounOf(would)}.`;
  const counts = workType.afterBypass?.({ would: would.means, isPermitted: isPermitted(bypass) }).counts;
  if (counts === undefined) return notCounted;
  return isPermitted(bypass) ? counts : say`${notCounted} ${counts}`;
}

/** Whether its gate had permitted what someone else then did. */
function isPermitted({ kind }: Bypass): boolean {
  return kind === 'made by someone else';
}

/** What to do about it, from where the ticket stands now; it begins with a small letter where someone is addressed. */
function remedy({ bypass, story, accountable }: BypassStory): string {
  const { ticket, workType } = story;
  const text = remedyFrom(ticket.status, bypass, workType);
  return accountable === null ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function remedyFrom(status: string, bypass: Bypass, workType: WorkType): string {
  const back = transitionFrom(workType, status, 'return');
  if (bypass.changed.length > 0)
    return back
      ? say`have it changed back, or use ${back.name} and have it submitted again.`
      : 'have it changed back.';
  if (status === workType.initialStatus) return 'submit it again, so that its gates check it.';
  if (back) return say`use ${back.name}, have it submitted again, then decide.`;
  const would = transitionMeant(bypass, workType)?.means ?? null;
  const revocable = transitionFrom(workType, status, 'revoke') !== undefined;
  const ofType = workType.afterBypass?.({ would, isPermitted: isPermitted(bypass), revocable }).remedy;
  return (
    ofType ?? 'no transition leads back from here: have a new ticket created instead, and decide that one.'
  );
}

/** What someone has judged of a bypass, with the names of that time. */
export interface Acknowledgement {
  by: string;
  roleName: string;
  reason: string;
}

/** That it was acknowledged, by whom and why: what the panel says. @param day - in words */
export function acknowledgedInWords({ by, roleName, reason }: Acknowledgement, day: string): string {
  return say`Acknowledged by ${by}, for the ${roleName}, on ${day}: “${reason}”`;
}

/** Says on the ticket that a bypass was judged, and what that does not mean. */
export function acknowledgementComment({ by, roleName, reason }: Acknowledgement): CommentParagraph[] {
  return [
    [
      { strong: 'Bypass acknowledged. ' },
      say`${by}, for the ${roleName}, decided that no more action is needed: “${reason}” The bypassed step still doesn’t count.`,
    ],
  ];
}
