/** Routes of comments. */
import * as z from 'zod';
import type { Comment, Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { wholeNumber } from '../rest/page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { issueOfCall, READ, signedIn, WRITE, writing } from './call.ts';
import { commentBean, commentPage, commentsOf } from './comment-bean.ts';
import { commit } from './commit.ts';
import { refuseComments } from './edit-issue.ts';
import { tellCommented } from './events.ts';
import { FieldRefusal } from './fields/field-type.ts';
import { projectOf } from './find-issue.ts';
import { readComment, type NewComment } from './requested-change.ts';
import type { WorkItemSite } from './work-item-site.ts';

const COMMENTS = '/rest/api/3/issue/{issueIdOrKey}/comment';

const commentRequest = z.object({
  body: z.unknown(),
  properties: z.array(z.strictObject({ key: z.string().min(1), value: z.unknown() })).default([]),
  visibility: z.unknown().optional(),
});
type CommentCall = RestCall<z.infer<typeof commentRequest>>;

export function commentRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: COMMENTS,
      scopes: READ,
      query: ['startAt', 'maxResults', 'orderBy', 'expand'],
      handle: call => ({ status: 200, body: listed(site, call) }),
    }),
    route({
      method: 'POST',
      path: COMMENTS,
      scopes: WRITE,
      query: ['expand'],
      body: commentRequest,
      handle: call => writing(site, call, issue => added(site, call, issue)),
    }),
    ...singleRoutes(site),
  ];
}

function singleRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: `${COMMENTS}/{id}`,
      scopes: READ,
      query: ['expand'],
      handle: call => {
        const issue = issueOfCall(site, call);
        return { status: 200, body: commentBean(site, issue, commentOf(site, call, issue), expands(call)) };
      },
    }),
    route({
      method: 'PUT',
      path: `${COMMENTS}/{id}`,
      scopes: WRITE,
      query: ['notifyUsers', 'expand'],
      body: commentRequest,
      handle: call => writing(site, call, issue => changed(site, call, issue)),
    }),
    route({
      method: 'DELETE',
      path: `${COMMENTS}/{id}`,
      scopes: WRITE,
      handle: call =>
        writing(site, call, issue => {
          const comment = commentOf(site, call, issue);
          refuseUnless(site, call, issue, comment, 'DELETE');
          site.records.comments.remove(comment.id);
          return { status: 204 };
        }),
    }),
  ];
}

function listed(site: WorkItemSite, call: RestCall): Record<string, unknown> {
  const issue = issueOfCall(site, call);
  const order = call.query.get('orderBy') ?? 'created';
  if (!/^[-+]?created$/.test(order)) throw new JiraError(400, `orderBy must be created: ${order}`);
  const comments = commentsOf(site, issue);
  if (order.startsWith('-')) comments.reverse();
  const startAt = wholeNumber(call.query, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(call.query, 'maxResults', 100), 5_000);
  return commentPage(site, issue, comments, startAt, maxResults, expands(call));
}

function added(site: WorkItemSite, call: CommentCall, issue: Issue) {
  const comment = commentIn(call);
  refuseComments(site, call.identity, issue, [comment]);
  const before = new Set(commentsOf(site, issue).map(({ id }) => id));
  commit(site, issue.id, { actor: signedIn(call).accountId, comments: [comment] });
  const written = commentsOf(site, issue).find(({ id }) => !before.has(id));
  return { status: 201, body: written && commentBean(site, issue, written, expands(call)) };
}

function changed(site: WorkItemSite, call: CommentCall, issue: Issue) {
  const known = commentOf(site, call, issue);
  refuseUnless(site, call, issue, known, 'EDIT');
  const { body, properties } = commentIn(call);
  const updateAuthor = signedIn(call).accountId;
  const kept = properties.length > 0 ? properties : known.properties;
  const edited = { ...known, body, properties: kept, updated: site.clock.iso(), updateAuthor };
  site.records.comments.put(edited);
  tellCommented(site, issue, edited);
  return { status: 200, body: commentBean(site, issue, edited, expands(call)) };
}

function commentIn({ body }: CommentCall): NewComment {
  if (body.visibility !== undefined) throw notModelled('the visibility of a comment');
  try {
    return readComment(body.body, body.properties);
  } catch (error) {
    if (error instanceof FieldRefusal) throw new JiraError(400, [], { comment: error.message });
    throw error;
  }
}

function commentOf(site: WorkItemSite, call: RestCall, issue: Issue): Comment {
  const comment = site.records.comments.get(call.param('id'));
  if (comment?.issueId === issue.id) return comment;
  throw new JiraError(404, `Can not find a comment for the id: ${call.param('id')}.`);
}

/** One's own comments take one permission, those of others another. */
function refuseUnless(
  site: WorkItemSite,
  call: RestCall,
  issue: Issue,
  comment: Comment,
  act: 'EDIT' | 'DELETE',
): void {
  const project = projectOf(site, issue);
  const own = comment.author === call.accountId();
  if (can(site, call.identity, `${act}_ALL_COMMENTS`, project, issue)) return;
  if (own && can(site, call.identity, `${act}_OWN_COMMENTS`, project, issue)) return;
  throw new JiraError(
    400,
    `You do not have permission to ${act.toLowerCase()} comment with id: ${comment.id}.`,
  );
}

function expands(call: RestCall): boolean {
  const wanted = call.query.getAll('expand').flatMap(one => one.split(','));
  const other = wanted.find(name => name !== 'properties' && name !== '');
  if (other !== undefined) throw notModelled(`expand=${other} of comments`);
  return wanted.includes('properties');
}
