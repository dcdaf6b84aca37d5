import type { Route } from '../responsibility/route';

/** The route as it stands in the ticket's app-written fields. */
export interface StoredRoute {
  accountable: string | null;
  performer: string | null;
  accountableRole: string | null;
  responsibility: string | null;
}

/** What stands on a ticket for a route. Without a row of the matrix its Responsibility stays empty. */
export function storedForm(route: Route): StoredRoute {
  return {
    accountable: route.accountable,
    performer: route.performer,
    accountableRole: route.roleName,
    responsibility: route.by === 'matrix' ? `${route.responsibility} @ v${route.matrixVersion}` : null,
  };
}

/** What stands on a ticket that has no route. */
export const NOT_ROUTED: StoredRoute = {
  accountable: null,
  performer: null,
  accountableRole: null,
  responsibility: null,
};

export const ROUTE_FIELDS = ['accountable', 'performer', 'accountableRole', 'responsibility'] as const;

/** Whether two routes name the same people, role and matrix row. */
export function sameRoute(a: StoredRoute, b: StoredRoute): boolean {
  return ROUTE_FIELDS.every(field => a[field] === b[field]);
}
