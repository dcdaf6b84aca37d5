import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { routesDocument } from '../../../sandbox/listing/routes-document.ts';
import { refusedByName } from '../../../sandbox/listing/source-texts.ts';
import { SANDBOX_ROUTES } from '../../../sandbox/web/sandbox-routes.ts';

const kept = readFileSync(new URL('../../../sandbox/ROUTES.md', import.meta.url), 'utf8');

/** Without the spaces by which columns are lined up. */
const text = (markdown: string) => markdown.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---').trim();

describe('sandbox/ROUTES.md', () => {
  it('is what the code says (node sandbox/listing/write-routes.ts writes it again)', () => {
    expect(text(kept)).toBe(text(routesDocument()));
  });

  it.each([
    'GET /issue/{issueIdOrKey}',
    'POST /workflows/create',
    'PUT /app/field/{fieldIdOrKey}/value',
    'GET /serverInfo',
  ])('names the operation %s', operation => {
    expect(kept).toContain(`| \`${operation}\``);
  });

  it('names every command of the sandbox', () => {
    for (const { method, path } of SANDBOX_ROUTES) expect(kept).toContain(`| \`${method} ${path}\``);
    expect(SANDBOX_ROUTES.length).toBeGreaterThan(10);
  });
});

describe('what is refused by name', () => {
  it.each([
    ['a call with a text', 'jira/admin', 'service projects'],
    ['a text with what a request names', 'jira/users', 'expand=… of a user'],
    ['the message of a schema', 'jira/rest', 'moving work items to other statuses'],
    ['a text of several lines or choices', 'jira/admin', 'lead; use leadAccountId'],
    ['the module of a manifest', 'forge', 'payload.include of a trigger'],
  ])('is found as %s', (_, folder, refusal) => {
    expect(refusedByName([folder])).toContain(refusal);
  });

  it('is not looked for elsewhere', () => {
    expect(refusedByName(['forge'])).not.toContain('service projects');
  });
});
