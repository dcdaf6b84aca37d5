import type { AccountId } from '../shared/account';
import { PEOPLE_FIELDS, type FieldName } from '../work-type/fields';
import { transitionFrom, type WorkType } from '../work-type/work-type';
import { means } from './observed-transition';
import { approversOfOtherSteps, approvalStep, type TicketStory } from './story';
import { NO_CHANGES, type ScreenChanges, type Ticket } from './ticket';
import { say } from '../shared/sentence';

/** Why someone may not decide a ticket. */
export type Involvement =
  | 'created it'
  | 'reported it'
  | 'benefits from it'
  | 'submitted it'
  | 'wrote it'
  | 'approved another step of it';

/**
 * All that someone had to do with a ticket, as it goes after their name or after "you":
 * `created and submitted it, and was named as Account owner`.
 * Who benefits is told by the field that names them: in a request for an account no one looks for a beneficiary.
 */
export function involvementInWords(
  involved: Iterable<Involvement>,
  of: 'someone' | 'you',
  { beneficiaryFields }: Pick<WorkType, 'beneficiaryFields'>,
): string {
  const list = new Intl.ListFormat('en-GB');
  const all = [...involved];
  const verbs = all.filter(each => each !== 'benefits from it').map(each => each.replace(/ it$/, ''));
  const fields = list.format(beneficiaryFields.map(field => PEOPLE_FIELDS[field].name));
  return [
    ...(verbs.length > 0 ? [say`${list.format(verbs)} ${of === 'you' ? 'this ticket' : 'it'}`] : []),
    ...(verbs.length < all.length ? [say`${of === 'you' ? 'were' : 'was'} named as ${fields}`] : []),
  ].join(', and ');
}

/**
 * The people who may not decide a ticket, with all that they had to do with it: its creator, its reporter and its
 * beneficiary, now, on the screen, and at every transition so far; who submitted it, every author of what it puts up for
 * decision, and who approved another step of it. Read from the ticket's own history, so that changing a field back after
 * a transition brings no one back; a value that came and went between two transitions gained no one anything, and
 * excludes no one: otherwise any editor could choose the decider.
 * Source: ISO/IEC 27017 6.1.2; domain rules, "Excluded".
 */
export function excludedPeople(
  story: TicketStory,
  screen: ScreenChanges = NO_CHANGES,
): Map<AccountId, Set<Involvement>> {
  const { ticket, workType } = story;
  const excluded = new Map<AccountId, Set<Involvement>>();
  const exclude = (person: AccountId | null | undefined, because: Involvement) => {
    if (person) excluded.set(person, (excluded.get(person) ?? new Set()).add(because));
  };
  exclude(ticket.creator, 'created it');
  for (const reporter of [screen.reporter, ...valuesThatCounted(ticket, 'reporter')])
    exclude(reporter, 'reported it');
  for (const field of workType.beneficiaryFields)
    for (const beneficiary of [screen.fields[field], ...valuesThatCounted(ticket, field)])
      exclude(beneficiary, 'benefits from it');
  for (const submitter of submitters(ticket, workType)) exclude(submitter, 'submitted it');
  for (const author of story.authors) exclude(author, 'wrote it');
  for (const approver of approversOfOtherSteps(story, approvalStep(story)))
    exclude(approver, 'approved another step of it');
  return excluded;
}

/**
 * The people who may not take a ticket's next step. What was given can be taken back by anyone but the person to whom it
 * was given, as the decision to give it has it: no one can put others in the way of that.
 * Source: domain rules, "Excluded".
 */
export function keptOut(
  story: TicketStory,
  screen: ScreenChanges = NO_CHANGES,
): Map<AccountId, Set<Involvement>> {
  const { ticket, workType } = story;
  if (!transitionFrom(workType, ticket.status, 'revoke')) return excludedPeople(story, screen);
  const given =
    story.transitions.findLast(one => means(one, 'fulfil'))?.decision ?? story.submission?.decision;
  const values = given?.snapshot?.decidingFields ?? ticket.fields;
  const people = workType.beneficiaryFields.flatMap(field => values[field] ?? []);
  return new Map(people.map(person => [person, new Set<Involvement>(['benefits from it'])]));
}

/** What a field of people holds, and held once each transition was made, whatever it was changed to in between. */
function valuesThatCounted(ticket: Ticket, field: 'reporter' | FieldName): (AccountId | null)[] {
  let value = field === 'reporter' ? ticket.reporter : ticket.fields[field];
  const counted = [value];
  for (const { changes } of ticket.history.toReversed()) {
    if (changes.some(change => change.field === 'status')) counted.push(value);
    const change = changes.find(one => one.field === field);
    if (change) value = change.from;
  }
  return counted;
}

/** The person who moved the ticket out of its first status towards a decision. */
function submitters(ticket: Ticket, workType: WorkType): AccountId[] {
  const submits = workType.transitions.filter(({ means }) => means === 'submit');
  return ticket.history
    .filter(entry =>
      entry.changes.some(
        ({ field, from, to }) =>
          field === 'status' && submits.some(submit => submit.to === to && submit.from === from),
      ),
    )
    .map(({ actor }) => actor);
}
