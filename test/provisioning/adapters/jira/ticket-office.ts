import type { LocalJira } from '../../../../sandbox/jira/site.ts';
import type { RestResponse } from '../../../../sandbox/seams.ts';
import { FIELD_NAMES, type AppFieldName, type FieldName } from '../../../../src/domain/work-type/fields';
import type { SiteConfiguration } from '../../../../src/ports/site-configuration';
import { APP, SCOPES } from './local-site';

/** Someone by their account id, or the app as itself. */
type Who = string;

/** Raises and moves tickets in the space that set-up made, over Jira's own REST API. */
export class TicketOffice {
  private readonly jira: LocalJira;
  private readonly configuration: SiteConfiguration;

  constructor(jira: LocalJira, configuration: SiteConfiguration, people: readonly string[]) {
    this.jira = jira;
    this.configuration = configuration;
    for (const accountId of people)
      jira.createUser({
        accountId,
        displayName: accountId,
        email: `${accountId}@aurora.example`,
        groups: [],
      });
  }

  send(who: Who, method: string, path: string, body?: unknown): Promise<RestResponse> {
    const isApp = who === 'the app';
    return this.jira.handle({
      method,
      path: `/rest/api/3/${path}`,
      identity: isApp ? { kind: 'app', accountId: APP.appAccount } : { kind: 'user', accountId: who },
      ...(isApp ? { scopes: SCOPES } : {}),
      ...(body === undefined ? {} : { body }),
    });
  }

  async create(who: Who, workType: string, fields: Record<string, unknown> = {}): Promise<string> {
    const { projectId, workTypes } = this.configuration;
    const place = { project: { id: projectId }, issuetype: { id: workTypes[workType] } };
    const made = await this.send(who, 'POST', 'issue', {
      fields: { ...place, summary: 'A rule', ...fields },
    });
    return (must(made, 201) as { key: string }).key;
  }

  async offered(who: Who, key: string): Promise<string[]> {
    const answer = must(await this.send(who, 'GET', `issue/${key}/transitions`), 200);
    return (answer as { transitions: { name: string }[] }).transitions.map(({ name }) => name);
  }

  /** Also when it is not offered: the person who knows a transition's id can ask for it. */
  async move(
    who: Who,
    key: string,
    name: string,
    screen: Partial<Record<FieldName, unknown>> = {},
  ): Promise<RestResponse> {
    const status = (await this.seen(key, 'status'))['status'] as { id: string };
    const [workflow] = this.jira.context.records.workflows.filter(({ transitions }) =>
      transitions.some(one => one.name === name),
    );
    const transition = workflow?.transitions.find(one => one.name === name && one.from.includes(status.id));
    if (!transition) throw new Error(`No ${name} leads on from there.`);
    const fields = this.byId(screen);
    const body = { transition: { id: transition.id }, ...(Object.keys(fields).length > 0 ? { fields } : {}) };
    return this.send(who, 'POST', `issue/${key}/transitions`, body);
  }

  private byId(values: Partial<Record<FieldName, unknown>>): Record<string, unknown> {
    const byId = FIELD_NAMES.filter(name => name in values).map(name => [
      this.configuration.fields[name],
      values[name],
    ]);
    return Object.fromEntries(byId) as Record<string, unknown>;
  }

  async made(...move: Parameters<TicketOffice['move']>): Promise<void> {
    must(await this.move(...move), 204);
  }

  async seen(key: string, fields: string): Promise<Record<string, unknown>> {
    const answer = must(await this.send('the app', 'GET', `issue/${key}?fields=${fields}`), 200);
    return (answer as { fields: Record<string, unknown> }).fields;
  }

  async idOf(key: string): Promise<string> {
    return (must(await this.send('the app', 'GET', `issue/${key}`), 200) as { id: string }).id;
  }

  /** Names someone in a field that the app alone writes. */
  async writeAppField(key: string, field: AppFieldName, accountId: string): Promise<void> {
    const id = await this.idOf(key);
    const customField = this.configuration.fields[field];
    const updates = [{ customField, issueIds: [Number(id)], value: { accountId } }];
    must(await this.send('the app', 'POST', 'app/field/value', { updates }), 204);
  }
}

function must({ status, body }: RestResponse, expected: number): unknown {
  if (status !== expected) throw new Error(`Jira answered ${String(status)}: ${JSON.stringify(body)}`);
  return body;
}
