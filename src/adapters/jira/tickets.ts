import { route } from '@forge/api';
import { toInstant } from '../../domain/shared/instant';
import { NO_CHANGES, type Ticket } from '../../domain/ticket/ticket';
import { APP_FIELDS, type AppFieldName } from '../../domain/work-type/fields';
import type { Creations } from '../../ports/creations';
import type { SiteConfiguration, SiteConfigurations } from '../../ports/site-configuration';
import type { Tickets, WriteAppFields } from '../../ports/tickets';
import { commentOnce } from './comments';
import { createAsCaller } from './creation';
import { createOnce } from './creation-once';
import {
  appFieldsOf,
  fieldId,
  peopleFieldsOf,
  screenChangesOf,
  ticketFieldIds,
  unreadableOnScreen,
  unreadableOnTicket,
  usersIn,
} from './field-values';
import { fileHash } from './file-hash';
import { historyOf } from './history';
import { moveTo } from './moving';
import { callJira, callJiraIfFound, JiraFault, nothing, readAllPages } from './rest';
import { pageToReconcile, sightOf, type TicketReading } from './ticket-pages';
import { canNameWorkItem } from './work-item-address';
import { accountsOf, changelogPage, issueAnswer, type IssueAnswer } from './ticket-answers';

const SYSTEM_FIELDS = [
  'summary',
  'description',
  'issuetype',
  'project',
  'status',
  'creator',
  'reporter',
  'assignee',
  'created',
  'labels',
  'attachment',
];

/** Tickets in Jira, as the app. */
export function jiraTickets(configurations: SiteConfigurations, creations: Creations): Tickets {
  return {
    read: async idOrKey => readTicket(idOrKey, await configurations.read()),
    readToWrite: async idOrKey => {
      const configuration = await configurations.read();
      const ticket = await readTicket(idOrKey, configuration);
      return ticket && { ticket, writeAppFields: values => writeAppFields(ticket, values, configuration) };
    },
    readForTransition: async (key, toStatusId, modifiedFields) => {
      const configuration = await configurations.read();
      const ticket = await readTicket(key, configuration);
      if (!ticket) return undefined;
      const to = nameOf(configuration.statuses, toStatusId) ?? `status ${toStatusId}`;
      const unreadable = unreadableOnScreen(modifiedFields, configuration);
      if (unreadable.length > 0) return { ticket, screen: NO_CHANGES, unreadable, to };
      return { ticket, screen: screenChangesOf(modifiedFields, configuration), unreadable, to };
    },
    fileHash,
    createAsCaller: async (workType, summary) =>
      createAsCaller(workType, summary, await configurations.read()),
    createOnce: async ticket => createOnce(ticket, await configurations.read(), creations),
    pageToReconcile: async page => pageToReconcile(readingBy(await configurations.read()), page),
    sightOf: async ids => sightOf(readingBy(await configurations.read()), ids),
    assign,
    move: async (ticket, to) => {
      const status = (await configurations.read()).statuses[to];
      if (status === undefined) throw new Error(`Set-up hasn’t created the status ${to} yet.`);
      return moveTo(ticket, status);
    },
    setLabel: async (ticket, label, present) => {
      const body = { update: { labels: [present ? { add: label } : { remove: label }] } };
      await callJira({ method: 'PUT', route: route`/rest/api/3/issue/${ticket.id}`, body, answer: nothing });
    },
    commentOnce,
  };
}

async function readTicket(idOrKey: string, configuration: SiteConfiguration): Promise<Ticket | undefined> {
  // Before set-up has made our project and fields, no ticket is ours.
  if (configuration.projectId === undefined || !canNameWorkItem(idOrKey)) return undefined;
  const fields = [...SYSTEM_FIELDS, ...ticketFieldIds(configuration)].join(',');
  const issue = await callJiraIfFound({
    method: 'GET',
    route: route`/rest/api/3/issue/${idOrKey}?fields=${fields}&expand=changelog`,
    answer: issueAnswer,
  });
  const workType = issue && nameOf(configuration.workTypes, issue.fields.issuetype.id);
  if (!issue || workType === undefined || issue.fields.project.id !== configuration.projectId)
    return undefined;
  return ticketOf(issue, workType, await wholeChangelog(issue), configuration);
}

/** "Get issue" shows the newest 100 entries, a search the newest 40 of each ticket. Neither tells whether there are more. */
const FEWEST_OF_A_FULL_PAGE = 40;

/** A history that may go on is read from its beginning. */
async function wholeChangelog({
  id,
  changelog,
}: IssueAnswer): Promise<IssueAnswer['changelog']['histories']> {
  if (changelog.histories.length < FEWEST_OF_A_FULL_PAGE) return changelog.histories;
  return readAllPages(
    startAt => route`/rest/api/3/issue/${id}/changelog?startAt=${startAt}&maxResults=100`,
    changelogPage,
  );
}

function ticketOf(
  { id, key, fields }: IssueAnswer,
  workType: string,
  histories: IssueAnswer['changelog']['histories'],
  configuration: SiteConfiguration,
): Ticket {
  const { summary, description, status, creator, reporter, assignee, created, labels, attachment } = fields;
  if (!creator) throw new Error(`${key} has no creator, so no one can be excluded from deciding it.`);
  const users = [
    creator,
    reporter,
    assignee,
    ...usersIn(fields, configuration),
    ...histories.map(({ author }) => author),
  ];
  return {
    id,
    key,
    summary,
    description: description ?? null,
    workType,
    status: nameOf(configuration.statuses, status.id) ?? status.name,
    creator: creator.accountId,
    reporter: reporter?.accountId ?? null,
    assignee: assignee?.accountId ?? null,
    created: toInstant(created),
    labels,
    attachments: (attachment ?? []).map(({ id, filename, size }) => ({ id, filename, size })),
    fields: peopleFieldsOf(fields, configuration),
    unreadable: unreadableOnTicket(fields, configuration),
    appFields: appFieldsOf(fields, configuration),
    history: historyOf(histories, configuration),
    accounts: accountsOf(users),
  };
}

function nameOf(idsByName: Record<string, string>, id: string): string | undefined {
  return Object.entries(idsByName).find(([, candidate]) => candidate === id)?.[0];
}

/** How pages of tickets are read. */
function readingBy(configuration: SiteConfiguration): TicketReading {
  return {
    configuration,
    fields: [...SYSTEM_FIELDS, ...ticketFieldIds(configuration)],
    found: issue => foundTicket(issue, configuration),
  };
}

/** Undefined when it is of a work type that is none of ours; `unread`: what surprises is read with the ticket alone. */
async function foundTicket(
  issue: unknown,
  configuration: SiteConfiguration,
): Promise<Ticket | 'unread' | undefined> {
  const answer = issueAnswer.safeParse(issue);
  if (!answer.success || !answer.data.fields.creator) return 'unread';
  const { issuetype, project } = answer.data.fields;
  const workType = nameOf(configuration.workTypes, issuetype.id);
  if (workType === undefined || project.id !== configuration.projectId) return undefined;
  const histories = await wholeChangelog(answer.data);
  try {
    return ticketOf(answer.data, workType, histories, configuration);
  } catch (fault) {
    console.error(`Ticket ${answer.data.key} can't be read as Jira has it`, fault);
    return 'unread';
  }
}

/** Source: Jira REST, "Update custom fields": only the app that owns a field may. */
async function writeAppFields(
  ticket: Ticket,
  values: Parameters<WriteAppFields>[0],
  configuration: SiteConfiguration,
): Promise<void> {
  const updates = (Object.entries(values) as [AppFieldName, string | null][]).map(([name, value]) => ({
    customField: fieldId(configuration, name),
    issueIds: [Number(ticket.id)],
    value: APP_FIELDS[name].type === 'user' && value !== null ? { accountId: value } : value,
  }));
  await callJira({
    method: 'POST',
    route: route`/rest/api/3/app/field/value`,
    body: { updates },
    answer: nothing,
  });
}

async function assign(ticket: Ticket, accountId: string | null): Promise<'assigned' | 'not assignable'> {
  try {
    const call = {
      route: route`/rest/api/3/issue/${ticket.id}/assignee`,
      body: { accountId },
      answer: nothing,
    };
    await callJira({ method: 'PUT', ...call });
    return 'assigned';
  } catch (fault) {
    if (fault instanceof JiraFault && fault.status === 400 && accountId !== null) return 'not assignable';
    throw fault;
  }
}
