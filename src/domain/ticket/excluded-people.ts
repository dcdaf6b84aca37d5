import type { AccountId } from '../shared/account';
import { PEOPLE_FIELDS, type FieldName } from '../work-type/fields';
import type { WorkType } from '../work-type/work-type';
import { approversOfOtherSteps, approvalStep, type TicketStory } from './story';
import { NO_CHANGES, type Change, type ScreenChanges, type Ticket } from './ticket';

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
    ...(verbs.length > 0 ? [`${list.format(verbs)} ${of === 'you' ? 'this ticket' : 'it'}`] : []),
    ...(verbs.length < all.length ? [`${of === 'you' ? 'were' : 'was'} named as ${fields}`] : []),
  ].join(', and ');
}

/**
 * The people who may not decide a ticket, with all that they had to do with it: its creator, every reporter and
 * beneficiary it has ever had, who submitted it, every author of what it puts up for decision, who approved another
 * step of it, and anyone the screen is setting now. Read from the ticket's own history, so that changing a field back
 * does not bring anyone back.
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
  const changes = ticket.history.flatMap(entry => entry.changes);
  exclude(ticket.creator, 'created it');
  for (const reporter of everIn(changes, 'reporter', [ticket.reporter, screen.reporter]))
    exclude(reporter, 'reported it');
  for (const field of workType.beneficiaryFields) {
    const now = [ticket.fields[field], screen.fields[field]];
    for (const beneficiary of everIn(changes, field, now)) exclude(beneficiary, 'benefits from it');
  }
  for (const submitter of submitters(ticket, workType)) exclude(submitter, 'submitted it');
  for (const author of story.authors) exclude(author, 'wrote it');
  for (const approver of approversOfOtherSteps(story, approvalStep(story)))
    exclude(approver, 'approved another step of it');
  return excluded;
}

/** Every value a field of people has or had. */
function everIn(
  changes: readonly Change[],
  field: 'reporter' | FieldName,
  now: readonly (AccountId | null | undefined)[],
): (AccountId | null | undefined)[] {
  const ofField = changes.filter(change => change.field === field);
  return [...now, ...ofField.flatMap(({ from, to }) => [from, to])];
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
