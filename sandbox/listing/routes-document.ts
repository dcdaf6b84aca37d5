import { SandboxClock } from '../clock.ts';
import { MODULE_TYPES } from '../forge/manifest-schema.ts';
import { RULES } from '../jira/admin/rule-catalogue.ts';
import { UNMODELLED_RULES } from '../jira/admin/rule-gaps.ts';
import type { Route } from '../jira/rest/router.ts';
import { createJiraSite } from '../jira/site.ts';
import { JiraStore } from '../jira/store.ts';
import { ACTION_RULES, CONDITION_RULES, VALIDATOR_RULES } from '../jira/workflow/rules.ts';
import { SANDBOX_ROUTES } from '../web/sandbox-routes.ts';
import { bridgeCommands, publishedEvents, refusedByName } from './source-texts.ts';

const REST = '/rest/api/3';

/** Folders whose refusals belong together. Expressions and JQL have a list of their own. */
const REFUSERS: readonly (readonly [title: string, folders: readonly string[]])[] = [
  ['Administration', ['jira/admin', 'jira/rest', 'jira/permissions', 'jira/panels']],
  ['Work items and people', ['jira/issues', 'jira/users']],
  ['Workflows and expressions', ['jira/workflow']],
  ['Forge', ['forge']],
];

/** What the sandbox models and what it refuses, as Markdown, from the code that does so. */
export function routesDocument(): string {
  return [
    '# What the sandbox models',
    'Made from the code by `node sandbox/listing/write-routes.ts`; a test fails when it is out of date. What it all is for is in [README.md](README.md); expressions and JQL have [a list of their own](EXPRESSIONS.md).',
    '## Jira’s REST API',
    `Paths are below \`${REST}\`. An operation that is not in this list is answered 501 with \`NOT_MODELLED\` and its name, and so is a query parameter that is not in its line. A call of the app needs all of the scopes.`,
    routesTable(),
    '## Refused by name',
    'Parts of the operations above that Jira has and the sandbox hasn’t: 501 with `NOT_MODELLED` and these words (`…` is what the request names).',
    ...REFUSERS.flatMap(refusals),
    '## Workflow rules',
    rulesTable(),
    `Refused when they are put on a transition: ${codes(UNMODELLED_RULES)} and rules of Connect apps.`,
    '## Forge',
    `Modules of a manifest: ${codes(MODULE_TYPES)}. A manifest with any other is refused.`,
    `Events: ${codes(publishedEvents(['jira', 'forge/deliveries']))}.`,
    `Commands of @forge/bridge: ${codes(bridgeCommands())}. A page that uses any other is told so.`,
    '## Commands of the sandbox',
    'Below `/sandbox/`. No real site has them, and the app knows nothing of them.',
    commandsTable(),
  ].join('\n\n');
}

function routesTable(): string {
  const { routes } = createJiraSite({ store: new JiraStore(':memory:'), clock: new SandboxClock() });
  const rows = [...routes]
    .sort((a, b) => order(a).localeCompare(order(b), 'en'))
    .map(route => [
      `\`${route.method} ${below(route.path)}\`${route.anonymous ? ' (also without signing in)' : ''}`,
      codes(route.query ?? []),
      codes(route.scopes),
    ]);
  return table(['operation', 'query parameters', 'scopes of an app'], rows);
}

function order({ path, method }: Route): string {
  return `${path} ${method}`;
}

function below(path: string): string {
  return path.startsWith(`${REST}/`) ? path.slice(REST.length) : path;
}

function refusals([title, folders]: (typeof REFUSERS)[number]): string[] {
  return [
    `### ${title}`,
    refusedByName(folders)
      .map(text => `- ${text.replaceAll(`${REST}/`, '/')}`)
      .join('\n'),
  ];
}

function rulesTable(): string {
  const carriedOut: readonly string[] = [...CONDITION_RULES, ...VALIDATOR_RULES, ...ACTION_RULES];
  const rows = Object.entries(RULES).map(([key, { kind, parameters }]) => [
    `\`${key}\``,
    kind.toLowerCase(),
    codes(Object.keys(parameters)),
    kind === 'Screen' || carriedOut.includes(key) ? 'carried out' : 'kept; the transition is answered 501',
  ]);
  return table(['rule', 'kind', 'parameters', ''], rows);
}

function commandsTable(): string {
  const rows = SANDBOX_ROUTES.map(({ method, path, takes = '', does }) => [
    `\`${method} ${path}\``,
    takes,
    does,
  ]);
  return table(['request', 'takes', ''], rows);
}

function codes(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(' ');
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
