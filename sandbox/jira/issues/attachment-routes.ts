/** Routes of attachments. */
import type { RestResponse } from '../../seams.ts';
import type { Attachment, Issue } from '../model.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { attachmentBean, attachmentMetadata } from './attachment-bean.ts';
import { attach, detach } from './attachments.ts';
import { READ, signedIn, WRITE, writing } from './call.ts';
import { canBrowse } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

const ATTACHMENT = '/rest/api/3/attachment/{id}';

export function attachmentRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/issue/{issueIdOrKey}/attachments',
      scopes: WRITE,
      handle: call => writing(site, call, (issue, identity) => added(site, call, issue, identity)),
    }),
    route({
      method: 'GET',
      path: ATTACHMENT,
      scopes: READ,
      handle: call => ({ status: 200, body: attachmentMetadata(site, found(site, call).attachment) }),
    }),
    route({
      method: 'GET',
      path: '/rest/api/3/attachment/content/{id}',
      scopes: READ,
      query: ['redirect'],
      handle: call => contentOf(site, call),
    }),
    route({
      method: 'DELETE',
      path: ATTACHMENT,
      scopes: WRITE,
      handle: call => {
        const { attachment, issue } = found(site, call);
        const identity = signedIn(call);
        const refused = site.writes.spend([issue.id], site.clock.now());
        if (refused) return refused;
        detach(site, identity, issue, attachment);
        return { status: 204 };
      },
    }),
  ];
}

/** A form is taken only with the header that keeps other sites from sending one. Source: "Special headers". */
function added(
  site: WorkItemSite,
  { request }: RestCall,
  issue: Issue,
  identity: ReturnType<typeof signedIn>,
): RestResponse {
  if (request.headers?.['x-atlassian-token'] !== 'no-check') throw new JiraError(403, 'XSRF check failed');
  const files = (request.files ?? []).filter(({ part }) => part === 'file');
  if (files.length === 0) throw new JiraError(400, 'The request has no part named file.');
  const written = attach(site, identity, issue, files);
  return { status: 200, body: written.map(attachment => attachmentBean(site, attachment)) };
}

/** Redirects to where the bytes are, unless asked not to: then they are the answer. */
function contentOf(site: WorkItemSite, call: RestCall): RestResponse {
  const { attachment } = found(site, call);
  if (call.request.headers?.['range'] !== undefined)
    throw notModelled('a part of the content of an attachment');
  const redirect = call.query.get('redirect') ?? 'true';
  if (redirect !== 'true' && redirect !== 'false')
    throw new JiraError(400, 'redirect must be true or false.');
  if (redirect === 'true') {
    const location = `${site.settings.baseUrl}/rest/api/3/attachment/content/${attachment.id}?redirect=false`;
    return { status: 303, headers: { location } };
  }
  const bytes = Buffer.from(attachment.content, 'base64');
  return { status: 200, headers: { 'content-type': attachment.mimeType }, bytes };
}

/** An attachment of a work item that the caller may not see is not there. */
function found(site: WorkItemSite, call: RestCall): { attachment: Attachment; issue: Issue } {
  const id = call.param('id');
  const attachment = site.records.attachments.get(id);
  const issue = attachment && site.records.issues.get(attachment.issueId);
  if (attachment && issue && canBrowse(site, call.identity, issue)) return { attachment, issue };
  throw new JiraError(404, `The attachment with id '${id}' does not exist`);
}
