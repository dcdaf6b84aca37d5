import type { Lack, TransitionOutlook } from '../../contract/route-explain';
import { refusalsOf } from '../../domain/gate/decide';
import { refusalMessage } from '../../domain/decision/refusal';
import type { NameOf } from '../../domain/shared/account';
import type { TicketRouteRefusal } from '../../domain/routing/ticket-route';
import type { AccountId } from '../../domain/shared/account';
import { keptOut, involvementInWords } from '../../domain/ticket/excluded-people';
import type { TicketStory } from '../../domain/ticket/story';
import { NO_CHANGES, type Ticket } from '../../domain/ticket/ticket';
import { peopleWhoMay } from '../../domain/bypass/who-may';
import { keepsFromBeneficiary, type Transition, type Who } from '../../domain/work-type/work-type';
import { gateFacts } from './decide-transition';
import type { Looked } from './look-at-tickets';
import { listed, say } from '../../domain/shared/sentence';

/** Every transition out of the ticket's status: who may make it, why the reader may not, and what is missing. */
export function transitionOutlooks(looked: Looked, reader: AccountId, nameOf: NameOf): TransitionOutlook[] {
  const { kind, story } = looked;
  return kind.workType.transitions
    .filter(({ from, who }) => from === story.ticket.status && who !== 'app')
    .map(transition => {
      const people = whoMay(transition, story.ticket);
      const youMay = people === 'editors' || people.includes(reader);
      const refusals = refusalsOf(gateFacts(looked, transition, NO_CHANGES));
      return {
        name: transition.name,
        youMay,
        who:
          people === 'editors'
            ? 'Everyone who can edit this ticket'
            : listed(people.map(nameOf), 'disjunction'),
        ...(youMay ? {} : { whyNot: whyNot(reader, people, transition, story, nameOf) }),
        lacks: refusals.map(refusal => ({
          code: refusal.code,
          message: refusalMessage(refusal, nameOf, 'ticket'),
        })),
      };
    });
}

/** As the workflow's conditions decide it: on what stands on the ticket. */
function whoMay({ who }: Transition, { creator, appFields, fields }: Ticket): 'editors' | AccountId[] {
  const { accountable, performer } = appFields;
  return peopleWhoMay(who, { creator, accountable, performer, beneficiary: fields.beneficiary });
}

/** Who makes transitions that carry out what was approved, or take it back. */
const CARRIED_OUT_BY: ReadonlySet<Who> = new Set([
  'accountable or performer',
  'accountable or performer, never the beneficiary',
]);

function whyNot(
  reader: AccountId,
  people: readonly AccountId[],
  { who }: Transition,
  story: TicketStory,
  nameOf: NameOf,
): string {
  const involved = keptOut(story).get(reader);
  const benefits = involved?.has('benefits from it') ?? false;
  const keepsOut = CARRIED_OUT_BY.has(who) && keepsFromBeneficiary(story.workType) && benefits;
  const involvement = who === 'accountable' || keepsOut ? involved : undefined;
  if (people.length === 0) return 'No one is accountable for this ticket yet.';
  const names = listed(people.map(nameOf), 'disjunction');
  if (!involvement) return say`Only ${names} can do this.`;
  const did = involvementInWords(keepsOut ? ['benefits from it'] : involvement, 'you', story.workType);
  return say`You ${did}, so you can’t ${keepsOut ? 'carry it out' : 'decide it'}. Waiting for ${names}.`;
}

/** What keeps a ticket from being routed, in words. */
export function unroutedLack(refusal: TicketRouteRefusal, nameOf: NameOf): Lack {
  if (refusal.code !== 'SERVICE_NOT_NAMED')
    return { code: refusal.code, message: refusalMessage(refusal, nameOf, 'ticket') };
  return { code: refusal.code, message: 'Choose the Cloud service: it decides who is accountable.' };
}
