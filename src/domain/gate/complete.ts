import { PEOPLE_FIELDS, type FieldName } from '../work-type/fields';
import { isActive } from '../shared/account';
import { isBlank } from '../shared/text';
import { withScreen } from '../ticket/ticket';
import type { Gate } from './gate';
import type { GateRefusal } from '../decision/refusal';

/** Optional on its screen: the person who leaves it empty says that there is none, or No. */
const OPTIONAL: ReadonlySet<FieldName> = new Set(['billingOwner', 'privileged']);

/** Named by the owner gate, in words of its own. */
const ASKED_BY_OWNER_GATE: ReadonlySet<FieldName> = new Set(['accountOwner', 'securityContact']);

/**
 * Refuses until every required field of the transition's screen has a value, and every person named there is active.
 * Who gets access is a person, not the account of an app.
 * Refuses: FIELD_MISSING (one refusal that names them all), ACCOUNT_INACTIVE.
 * Source: the public contract, "Who may move what"; requirement W3.
 */
export const complete: Gate = {
  name: 'complete',
  checks: 'Every required field has a value, and every person named in one is active.',
  refusals(facts) {
    const { story, transition, screen, accounts } = facts;
    const values = withScreen(story.ticket, screen);
    const required = transition.screenFields.filter(
      field => !OPTIONAL.has(field) && !ASKED_BY_OWNER_GATE.has(field),
    );
    const fields = required.filter(field => isBlank(values[field] ?? ''));
    const missing: GateRefusal[] = fields.length > 0 ? [{ code: 'FIELD_MISSING', fields }] : [];
    const inactive = transition.screenFields.flatMap((field): GateRefusal[] => {
      const account = values[field];
      if (field === 'accountOwner' || PEOPLE_FIELDS[field].type !== 'user' || account === null) return [];
      const mayBeNamed = field !== 'beneficiary' || accounts.get(account)?.kind === 'person';
      return mayBeNamed && isActive(accounts, account) ? [] : [{ code: 'ACCOUNT_INACTIVE', field, account }];
    });
    return [...missing, ...inactive];
  },
};
