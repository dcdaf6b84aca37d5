/** Routes of transitions. */
import { notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { issueOfCall, READ, WRITE, writing } from '../issues/call.ts';
import { refuseUnmodelled, updateRequest } from '../issues/update-request.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { performTransition } from './perform-transition.ts';
import { transitionBeans } from './transition-bean.ts';

const TRANSITIONS = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export function transitionRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: TRANSITIONS,
      scopes: READ,
      query: ['expand', 'transitionId', 'sortByOpsBarAndStatus'],
      handle: call => {
        const transitions = transitionBeans(site, call.identity, issueOfCall(site, call), wanted(call));
        return { status: 200, body: { expand: 'transitions', transitions } };
      },
    }),
    route({
      method: 'POST',
      path: TRANSITIONS,
      scopes: WRITE,
      body: updateRequest,
      handle: call =>
        writing(site, call, async (issue, identity) => {
          refuseUnmodelled(call.body);
          await performTransition(site, identity, issue, call.body);
          return { status: 204 };
        }),
    }),
  ];
}

function wanted({ query }: RestCall): { transitionId?: string; fields: boolean } {
  const transitionId = query.get('transitionId');
  const expand = (query.get('expand') ?? '').split(',').filter(name => name !== '');
  const other = expand.find(name => name !== 'transitions.fields' && name !== 'transitions');
  if (other !== undefined) throw notModelled(`expand=${other} of transitions`);
  return {
    ...(transitionId === null ? {} : { transitionId }),
    fields: expand.includes('transitions.fields'),
  };
}
