import type { Route } from '../responsibility/route';

/** The route as it stands in the ticket's app-written fields. */
export interface StoredRoute {
  accountable: string | null;
  performer: string | null;
  accountableRole: string | null;
  responsibility: string | null;
}

/** What stands on a ticket for a route. A change of the matrix has no row: its Responsibility stays empty. */
export function storedForm(route: Route): StoredRoute {
  return {
    accountable: route.accountable,
    performer: route.performer,
    accountableRole: route.roleName,
    responsibility:
      route.specificity === 'matrix approver' ? null : `${route.responsibility} @ v${route.matrixVersion}`,
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
