import { storedForm, type GateFacts, type StoredRoute } from './gate';
import type { GateRefusal } from './refusal';
import { routeOf } from './routing-question';

/**
 * Refuses a ticket that the matrix in force gives to nobody.
 * Refuses: MATRIX_NOT_APPROVED, SERVICE_UNKNOWN, NO_RESPONSIBILITY, ROLE_VACANT, NO_INDEPENDENT_APPROVER,
 * and FIELD_MISSING when the ticket names no service.
 * Source: requirements R3, R5; white-space 1, 4.
 */
export function routed({ ticket, workType, screen, allocation, at }: GateFacts): GateRefusal[] {
  const route = routeOf(ticket, workType, screen, allocation, at);
  if (route.ok) return [];
  const { refusal } = route;
  return [
    refusal.code === 'SERVICE_NOT_NAMED' ? { code: 'FIELD_MISSING', fields: ['cloudService'] } : refusal,
  ];
}

/**
 * Refuses a decision by whoever stands on the ticket when the matrix, recomputed now, names somebody or something else.
 * Refuses: ROUTE_STALE.
 * Source: domain rules, "Two layers"; white-space 1, 7.
 */
export function routeCurrent({ ticket, workType, screen, allocation, at }: GateFacts): GateRefusal[] {
  const route = routeOf(ticket, workType, screen, allocation, at);
  if (!route.ok) return [];
  const { accountable: was } = ticket.appFields;
  const isCurrent = sameRoute(ticket.appFields, storedForm(route.value));
  return isCurrent ? [] : [{ code: 'ROUTE_STALE', was, now: route.value.accountable }];
}

/**
 * Refuses a ticket whose app-written fields are not what the app wrote, or a transition that carries any of them.
 * Refuses: APP_FIELD_FORGED.
 * Source: domain rules, "Nothing a user can write is trusted".
 */
export function appFieldsIntact({ ticket, screen, lastRouted }: GateFacts): GateRefusal[] {
  if (screen.appFields.length > 0) return [{ code: 'APP_FIELD_FORGED', fields: screen.appFields }];
  const written: StoredRoute = lastRouted ?? NOTHING_WRITTEN;
  const fields = ROUTE_FIELDS.filter(field => ticket.appFields[field] !== written[field]);
  return fields.length > 0 ? [{ code: 'APP_FIELD_FORGED', fields }] : [];
}

const ROUTE_FIELDS = ['accountable', 'performer', 'accountableRole', 'responsibility'] as const;

const NOTHING_WRITTEN: StoredRoute = {
  accountable: null,
  performer: null,
  accountableRole: null,
  responsibility: null,
};

/** Whether two routes name the same people, role and matrix row. */
export function sameRoute(a: StoredRoute, b: StoredRoute): boolean {
  return ROUTE_FIELDS.every(field => a[field] === b[field]);
}
