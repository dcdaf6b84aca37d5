import { appIdentity, remainingTime } from './provisioning/adapters/jira/invocation';
import { jiraSite } from './provisioning/adapters/jira/jira-site';
import { jiraDirectory } from './adapters/jira/directory';
import { jiraPermissions } from './adapters/jira/permissions';
import { jiraTickets } from './adapters/jira/tickets';
import { jiraWaitingWork } from './adapters/jira/waiting-work';
import { jiraWorkflowsInForce } from './provisioning/adapters/jira/workflows-in-force';
import { kvsSetUpMemories } from './provisioning/adapters/kvs/provisioning-state';
import { kvsSetUpTurns } from './provisioning/adapters/kvs/locks';
import { kvsSiteConfigurations } from './provisioning/adapters/kvs/site-configurations';
import { kvsSweeps } from './adapters/kvs/sweeps';
import { queuedJobs } from './adapters/queue/jobs';
import { sqlCloudAccounts } from './adapters/sql/cloud-accounts';
import { openDatabase } from './adapters/sql/database';
import { sqlEvidenceLedger } from './adapters/sql/evidence-ledger';
import { sqlImportParts } from './adapters/sql/import-parts';
import { sqlMatrixDrafts } from './adapters/sql/matrix-drafts';
import { migrate, MIGRATION_NAMES } from './adapters/sql/migrations';
import { sqlRegisters } from './adapters/sql/registers';
import { toInstant } from './domain/shared/instant';
import { WORK_TYPES } from './domain/catalogue/work-types';
import { createOnJob, createOnSweep } from './entrypoints/jobs/on-job';
import type { Ports } from './entrypoints/ports';
import { createResolver } from './entrypoints/resolvers/resolver';
import { createOnTicketEvent } from './entrypoints/triggers/on-ticket-event';
import { createDecideGate } from './entrypoints/validators/decide-gate';

/** The composition root: exports exactly the handlers that manifest.yml names. */

const database = openDatabase();
const configurations = kvsSiteConfigurations();
const permissions = jiraPermissions(configurations);
const registers = sqlRegisters(database);
const ledger = sqlEvidenceLedger(database);
const directory = jiraDirectory();
const clock = { now: () => toInstant(Date.now()) };

const ports: Ports = {
  tickets: jiraTickets(configurations),
  registers,
  directory,
  ledger,
  cloudAccounts: sqlCloudAccounts(database),
  drafts: sqlMatrixDrafts(database),
  parts: sqlImportParts(database),
  jobs: queuedJobs(),
  sweeps: kvsSweeps(),
  permissions,
  configurations,
  waitingWork: jiraWaitingWork(configurations),
  workflowsInForce: jiraWorkflowsInForce(),
  clock,
  setUp: {
    site: jiraSite(),
    memories: kvsSetUpMemories(),
    turns: kvsSetUpTurns(),
    permissions,
    registers,
    directory,
    evidence: ledger,
    clock,
    workTypes: WORK_TYPES,
    app: appIdentity,
    database: { migrations: MIGRATION_NAMES, migrate },
    remainingTime,
  },
};

export const resolver = createResolver(ports);
export const decideGate = createDecideGate(ports);
export const onTicketEvent = createOnTicketEvent(ports);
export const onJob = createOnJob(ports);
export const onSweep = createOnSweep(ports);
