import type { LocalJira } from '../../../../sandbox/jira/site.ts';
import { ADMINISTRATOR } from './local-site';

/** A part of a document of Jira's REST API. */
export type Document = Record<string, unknown>;

type Properties = Record<string, string>;

interface Resource {
  id: string | number;
  name: string;
}

interface Grant {
  permission: string;
  holder: { type: string; value?: string; parameter?: string };
}

interface WorkflowAnswer {
  statuses: { id: string; name: string; statusCategory: string; statusReference: string }[];
  workflows: [
    {
      id: string;
      version: { id: string; versionNumber: number };
      description: string;
      startPointLayout: unknown;
      statuses: { statusReference: string; properties: Properties }[];
      transitions: Document[];
    },
  ];
}

/** The administrator of the site, who changes by Jira's own REST API what set-up has made. */
export class Administrator {
  private readonly jira: LocalJira;

  constructor(jira: LocalJira) {
    this.jira = jira;
  }

  /** @param path - after `/rest/api/3/` */
  async send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.jira.handle({
      method,
      path: `/rest/api/3/${path}`,
      identity: { kind: 'user', accountId: ADMINISTRATOR },
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status < 400) return answer.body as Answer;
    throw new Error(`${method} ${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  }

  async change(kind: 'status' | 'field' | 'issuetype', name: string, changes: Document): Promise<void> {
    if (kind === 'status') {
      const { values } = await this.send<{ values: (Resource & Document)[] }>('GET', 'statuses/search');
      const { id, description, statusCategory } = named(values, name);
      const statuses = [{ id, name, description, statusCategory, ...changes }];
      await this.send('PUT', 'statuses', { statuses });
    } else {
      const things = await this.send<(Resource & Document)[]>('GET', kind);
      await this.send('PUT', `${kind}/${String(named(things, name).id)}`, changes);
    }
  }

  /** @param kind - as Jira's paths call it, e.g. `screenscheme` */
  async rename(kind: string, name: string, newName: string): Promise<void> {
    const answer = await this.send<Record<string, Resource[]>>('GET', kind);
    const things = answer['values'] ?? answer['permissionSchemes'] ?? [];
    const { id } = named(things, name);
    await this.send('PUT', `${kind}/${String(id)}`, { name: newName });
  }

  async disableOption(field: string, value: string): Promise<void> {
    const { path, option } = await this.option(field, value);
    await this.send('PUT', path, { options: [{ ...option, disabled: true }] });
  }

  async removeOption(field: string, value: string): Promise<void> {
    const { path, option } = await this.option(field, value);
    await this.send('DELETE', `${path}/${option.id}`);
  }

  changeTransitions(workflow: string, change: (transitions: Document[]) => Document[]): Promise<void> {
    return this.changeWorkflow(workflow, change, {});
  }

  /** Changes the properties of statuses, by the status's name. */
  changeStatuses(
    workflow: string,
    change: Record<string, (properties: Properties) => Properties>,
  ): Promise<void> {
    return this.changeWorkflow(workflow, transitions => transitions, change);
  }

  private async changeWorkflow(
    workflow: string,
    change: (transitions: Document[]) => Document[],
    properties: Record<string, (properties: Properties) => Properties>,
  ): Promise<void> {
    const read = await this.send<WorkflowAnswer>('POST', 'workflows', { workflowNames: [workflow] });
    const [{ id, version, description, startPointLayout, statuses, transitions }] = read.workflows;
    const changed = {
      id,
      version: { id: version.id, versionNumber: version.versionNumber },
      description,
      startPointLayout,
      statuses: statuses.map(status => {
        const name = read.statuses.find(one => one.statusReference === status.statusReference)?.name ?? '';
        const { statusReference } = status;
        return { statusReference, properties: properties[name]?.(status.properties) ?? status.properties };
      }),
      transitions: change(transitions),
    };
    const used = read.statuses.map(({ id: statusId, name, statusCategory, statusReference }) => ({
      id: statusId,
      name,
      statusCategory,
      statusReference,
    }));
    await this.send('POST', 'workflows/update', { statuses: used, workflows: [changed] });
  }

  /** Jira's pages rename schemes that spaces use. */
  renameWorkflowScheme(name: string, newName: string): void {
    const { workflowSchemes } = this.jira.context.records;
    for (const scheme of workflowSchemes.filter(one => one.name === name))
      workflowSchemes.put({ ...scheme, name: newName });
  }

  /** Jira's pages rename workflows; its REST API does not. */
  renameWorkflow(name: string, newName: string): void {
    const { workflows, workflowSchemes } = this.jira.context.records;
    for (const workflow of workflows.filter(one => one.name === name))
      workflows.put({ ...workflow, name: newName });
    for (const scheme of workflowSchemes.all()) {
      const mappings = Object.entries(scheme.issueTypeMappings).map(([type, workflow]) => [
        type,
        workflow === name ? newName : workflow,
      ]);
      workflowSchemes.put({
        ...scheme,
        issueTypeMappings: Object.fromEntries(mappings) as Record<string, string>,
      });
    }
  }

  async removeFromScreen(screen: string, field: string): Promise<void> {
    const { values } = await this.send<{ values: Resource[] }>('GET', `screens?queryString=${screen}`);
    const tabs = `screens/${String(named(values, screen).id)}/tabs`;
    const [tab] = await this.send<Resource[]>('GET', tabs);
    const fields = `${tabs}/${String(tab?.id)}/fields`;
    const present = await this.send<Resource[]>('GET', fields);
    await this.send('DELETE', `${fields}/${String(named(present, field).id)}`);
  }

  /** Takes a permission from everyone who has it in the space, apps among them. */
  async withoutGrants(permission: string): Promise<void> {
    const path = await this.grantsOf('Remit: permissions');
    const { permissions } = await this.send<{ permissions: (Grant & { id: number })[] }>('GET', path);
    for (const { id } of permissions.filter(one => one.permission === permission))
      await this.send('DELETE', `${path}/${String(id)}`);
  }

  async grant(scheme: string, grant: Grant): Promise<void> {
    await this.send('POST', await this.grantsOf(scheme), grant);
  }

  async revoke(scheme: string, permission: string, holderType: string): Promise<void> {
    const path = await this.grantsOf(scheme);
    const { permissions } = await this.send<{ permissions: (Grant & { id: number })[] }>('GET', path);
    const found = permissions.find(one => one.permission === permission && one.holder.type === holderType);
    if (!found) throw new Error(`${permission} is not granted to ${holderType}.`);
    await this.send('DELETE', `${path}/${String(found.id)}`);
  }

  /** "Hide from all work items" in the menu of the panel. */
  async hidePanel(): Promise<void> {
    const { appId, environmentId } = this.jira.context.app() ?? {};
    const moduleId = `ari:cloud:ecosystem::extension/${String(appId)}/${String(environmentId)}/static/responsibility-panel`;
    const projectList = [{ projectIdOrKey: 'GOV', action: 'UNPIN' }];
    await this.send('POST', 'forge/panel/action/bulk/async', { moduleId, projectList });
    await this.jira.idle();
  }

  /** Gives the space Jira's own schemes in place of Remit's. */
  async switchSchemes(): Promise<void> {
    const projectId = await this.spaceId();
    await this.send('PUT', 'project/GOV/permissionscheme', { id: 0 });
    await this.send('PUT', 'issuetypescheme/project', { projectId, issueTypeSchemeId: '10000' });
    await this.send('PUT', 'issuetypescreenscheme/project', { projectId, issueTypeScreenSchemeId: '1' });
    await this.send('PUT', 'workflowscheme/project', { projectId, workflowSchemeId: '10000' });
  }

  async spaceId(): Promise<string> {
    return (await this.send<{ id: string }>('GET', 'project/GOV')).id;
  }

  /** A space of someone else's that uses the workflows of Remit. */
  async anotherSpaceWithTheWorkflows(): Promise<void> {
    const space = this.jira.context.records.projects.find(({ key }) => key === 'GOV');
    await this.send('POST', 'project', {
      key: 'OPS',
      name: 'Operations',
      projectTypeKey: 'business',
      leadAccountId: ADMINISTRATOR,
      workflowScheme: Number(space?.workflowSchemeId),
    });
  }

  /** How the site is configured, without what every change renews. */
  configuration() {
    const { records } = this.jira.context;
    const withoutIds = ({ permission, holder }: Grant) =>
      `${permission} ${holder.type} ${String(holder.value)}`;
    return {
      fields: records.fields.all(),
      options: records.fieldOptions
        .all()
        .map(({ id: _, ...option }) => JSON.stringify(option, Object.keys(option).sort()))
        .sort(),
      workTypes: records.issueTypes.all(),
      statuses: records.statuses.all(),
      schemes: [
        records.screenSchemes,
        records.issueTypeScreenSchemes,
        records.issueTypeSchemes,
        records.workflowSchemes,
      ].map(schemes => schemes.all().map(({ name, description }) => ({ name, description }))),
      screens: records.screens.all().map(({ tabs, ...screen }) => ({
        ...screen,
        fields: tabs.flatMap(({ fieldIds }) => fieldIds).sort(),
      })),
      workflows: records.workflows.all().map(({ name, statuses, transitions }) => ({
        name,
        statuses: statuses.map(({ statusId, properties }) => JSON.stringify([statusId, properties])).sort(),
        transitions: transitions.map(transition => withoutRuleIds(transition)).sort(),
      })),
      permissionSchemes: records.permissionSchemes.all().map(({ permissions, ...scheme }) => ({
        ...scheme,
        permissions: permissions.map(withoutIds).sort(),
      })),
      projects: records.projects.all(),
      panels: this.jira.context.store
        .collection('panelPin')
        .all()
        .map(({ id }) => id),
    };
  }

  private async option(field: string, value: string) {
    const fields = await this.send<Resource[]>('GET', 'field');
    const contexts = `field/${String(named(fields, field).id)}/context`;
    const { values } = await this.send<{ values: { id: string }[] }>('GET', contexts);
    const path = `${contexts}/${String(values[0]?.id)}/option`;
    const { values: options } = await this.send<{ values: { id: string; value: string }[] }>('GET', path);
    const option = options.find(one => one.value === value);
    if (!option) throw new Error(`${field} has no option ${value}.`);
    return { path, option: { id: option.id, value } };
  }

  private async grantsOf(scheme: string): Promise<string> {
    const { permissionSchemes } = await this.send<{ permissionSchemes: Resource[] }>(
      'GET',
      'permissionscheme',
    );
    return `permissionscheme/${String(named(permissionSchemes, scheme).id)}/permission`;
  }
}

function named<Thing extends Resource>(things: readonly Thing[], name: string): Thing {
  const thing = things.find(one => one.name === name);
  if (!thing) throw new Error(`There is no ${name}.`);
  return thing;
}

/** A transition as text, without the ids that Jira gives its rules and transitions. */
function withoutRuleIds(transition: object): string {
  const text = JSON.stringify(transition, (key, value: unknown) => (key === 'id' ? undefined : value));
  return text;
}
