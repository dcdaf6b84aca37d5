import { NO_CHANGES } from '../ticket/ticket';
import { NOT_ROUTED, ROUTE_FIELDS, sameRoute, storedForm } from '../routing/stored-route';
import type { Gate } from './gate';
import { routeOf } from '../routing/ticket-route';

/**
 * Refuses a ticket that the matrix in force gives to no one.
 * Refuses: MATRIX_NOT_APPROVED, SERVICE_UNKNOWN, NO_RESPONSIBILITY, ROLE_VACANT, NO_INDEPENDENT_APPROVER,
 * and FIELD_MISSING when the ticket names no service.
 * Source: requirements R3, R5; white-space 1, 4.
 */
export const routed: Gate = {
  name: 'routed',
  checks:
    'The responsibility matrix in force names one accountable role, and someone who can decide acts in it.',
  refusals({ route }) {
    if (route.ok) return [];
    const { refusal } = route;
    return [
      refusal.code === 'SERVICE_NOT_NAMED' ? { code: 'FIELD_MISSING', fields: ['cloudService'] } : refusal,
    ];
  },
};

/**
 * Refuses a decision by the person who stands on the ticket when the matrix, recomputed now, names someone or something else.
 * Refuses: ROUTE_STALE.
 * Source: domain rules, "Two layers"; white-space 1, 7.
 */
export const routeCurrent: Gate = {
  name: 'route current',
  checks: 'The person asked to decide is still the one that the matrix names.',
  holdsToRoute: true,
  refusals({ story, route }) {
    if (!route.ok) return [];
    const { appFields } = story.ticket;
    const { accountable: was } = appFields;
    const isCurrent = sameRoute(appFields, storedForm(route.value));
    return isCurrent ? [] : [{ code: 'ROUTE_STALE', was, now: route.value.accountable }];
  },
};

/**
 * Refuses a ticket whose app-written fields are neither what the app wrote nor what it would write now,
 * or a transition that carries any of them.
 * Refuses: APP_FIELD_FORGED.
 * Source: domain rules, "Nothing a user can write is trusted".
 */
export const appFieldsIntact: Gate = {
  name: 'app fields intact',
  checks: 'No one else has changed the fields that only Remit sets.',
  refusals(facts) {
    const { story, screen, lastRouted } = facts;
    const { appFields } = story.ticket;
    if (screen.appFields.length > 0) return [{ code: 'APP_FIELD_FORGED', fields: screen.appFields }];
    const fields = ROUTE_FIELDS.filter(field => appFields[field] !== (lastRouted ?? NOT_ROUTED)[field]);
    if (fields.length === 0) return [];
    const now = routeOf(story, NO_CHANGES, facts);
    const isNow = now.ok && sameRoute(appFields, storedForm(now.value));
    return isNow ? [] : [{ code: 'APP_FIELD_FORGED', fields }];
  },
};
