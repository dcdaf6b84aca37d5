/**
 * `POST /sandbox/invoke/{resolverFunction}`: what `invoke` of @forge/bridge does on a page of the app.
 * The host vouches for who calls and for nothing else: whether this person may is the app's own decision, because on
 * a real site a modified front end can name any work item and any function of the module's resolver.
 */
import { z } from 'zod';
import type { ForgeHost, Identity, JiraSite, UiModule } from '../seams.ts';
import type { Answer } from './exchange.ts';

const Invocation = z.strictObject({
  payload: z.unknown().optional(),
  context: z
    .strictObject({
      issueKey: z.string().optional(),
      projectKey: z.string().optional(),
      moduleKey: z.string().optional(),
    })
    .optional(),
});
type Context = NonNullable<z.infer<typeof Invocation>['context']>;

const Project = z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string() });
const Issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({ issuetype: z.object({ id: z.string(), name: z.string() }), project: Project }),
});

export interface InvocationWorld {
  jira: JiraSite;
  host: ForgeHost;
  /** Told of what a function threw: the caller only learns that it failed, as on a real site. */
  report: (error: unknown) => void;
}

/** @returns what the resolver returned (200); 400 for a bad body, 404 for an unknown module or work item, 500 when it throws */
export async function invoke(
  world: InvocationWorld,
  functionKey: string,
  accountId: string,
  body: unknown,
): Promise<Answer> {
  const parsed = Invocation.safeParse(body ?? {});
  if (!parsed.success) return { status: 400, json: { message: z.prettifyError(parsed.error) } };
  const context = parsed.data.context ?? {};
  const module = moduleFor(world.host.uiModules, context);
  if (!module) return { status: 404, json: { message: 'The app has no such module.' } };
  const extension = await extensionOf(world, module, context, accountId);
  if (!extension) return { status: 404, json: { message: 'There is no such work item or space.' } };
  try {
    const call = { functionKey, payload: parsed.data.payload, accountId, moduleKey: module.key, extension };
    const value = await world.host.invokeResolver(call);
    return { status: 200, json: value === undefined ? null : value };
  } catch (error) {
    world.report(error);
    return { status: 500, json: { message: 'There was an error invoking the function' } };
  }
}

/** The module whose page is taken to call. */
function moduleFor(modules: readonly UiModule[], context: Context): UiModule | undefined {
  if (context.moduleKey !== undefined) return modules.find(each => each.key === context.moduleKey);
  const preferred =
    context.issueKey === undefined
      ? ['jira:adminPage', 'jira:globalPage', 'jira:projectPage']
      : ['jira:issuePanel', 'jira:issueContext', 'jira:issueActivity'];
  for (const type of preferred) {
    const module = modules.find(each => each.type === type);
    if (module) return module;
  }
  return undefined;
}

/** `context.extension` as the module's page gets it. Source: Forge, jira:issuePanel, "Extension data". */
async function extensionOf(
  world: Pick<InvocationWorld, 'jira' | 'host'>,
  module: UiModule,
  context: Context,
  accountId: string,
): Promise<Record<string, unknown> | undefined> {
  if (context.issueKey !== undefined) {
    const found = Issue.safeParse(
      await lookUp(
        world,
        `issue/${encodeURIComponent(context.issueKey)}?fields=issuetype,project`,
        accountId,
      ),
    );
    if (!found.success) return undefined;
    const { issuetype, project } = found.data.fields;
    const issue = { id: found.data.id, key: found.data.key, type: issuetype.name, typeId: issuetype.id };
    return { type: module.type, issue, project: placeOf(project) };
  }
  if (context.projectKey === undefined) return { type: module.type };
  const found = Project.safeParse(
    await lookUp(world, `project/${encodeURIComponent(context.projectKey)}`, accountId),
  );
  return found.success ? { type: module.type, project: placeOf(found.data) } : undefined;
}

/** Reads the platform's own record: as the caller, or else as the app, because the host knows more than the caller may see. */
async function lookUp(
  world: Pick<InvocationWorld, 'jira' | 'host'>,
  path: string,
  accountId: string,
): Promise<unknown> {
  const identities: Identity[] = [
    { kind: 'user', accountId },
    { kind: 'app', accountId: world.host.app.accountId },
  ];
  for (const identity of identities) {
    const answer = await world.jira.handle({ method: 'GET', path: `/rest/api/3/${path}`, identity });
    if (answer.status === 200) return answer.body;
  }
  return undefined;
}

function placeOf(project: z.infer<typeof Project>): { id: string; key: string; type: string } {
  return { id: project.id, key: project.key, type: project.projectTypeKey };
}
