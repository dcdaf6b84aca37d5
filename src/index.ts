import { randomBytes } from 'node:crypto';
import { jiraDirectory } from './adapters/jira/directory';
import { jiraPermissions } from './adapters/jira/permissions';
import { jiraTickets } from './adapters/jira/tickets';
import { jiraWaitingWork } from './adapters/jira/waiting-work';
import { kvsCreations } from './adapters/kvs/creations';
import { kvsLocks } from './adapters/kvs/locks';
import { kvsSiteConfigurations } from './adapters/kvs/site-configurations';
import { kvsSweeps } from './adapters/kvs/sweeps';
import { queuedJobs } from './adapters/queue/jobs';
import { sqlCloudAccounts } from './adapters/sql/cloud-accounts/sql-cloud-accounts';
import { openDatabase } from './adapters/sql/database';
import { sqlDecisions } from './adapters/sql/decisions/sql-decisions';
import { sqlLedger } from './adapters/sql/ledger/sql-ledger';
import { sqlMatrixDrafts } from './adapters/sql/matrix/sql-matrix-drafts';
import { sqlMatrixVersions } from './adapters/sql/matrix/sql-matrix-versions';
import { migrate, MIGRATION_NAMES } from './adapters/sql/migrations';
import { sqlObligations } from './adapters/sql/obligations/sql-obligations';
import { sqlPeople } from './adapters/sql/people/sql-people';
import { sqlRefusals } from './adapters/sql/refusals/sql-refusals';
import { sqlRoles } from './adapters/sql/roles/sql-roles';
import { sqlServices } from './adapters/sql/services/sql-services';
import { sqlStoredSettings } from './adapters/sql/settings/sql-stored-settings';
import { sqlUploadChunks } from './adapters/sql/uploads/sql-upload-chunks';
import { OBLIGATION_REGISTER } from './application/obligations/obligation-register';
import { ledgerRecorder } from './application/evidence/ledger-recorder';
import { toInstant } from './domain/shared/instant';
import { registersOf } from './application/tickets/reading';
import { advanceBy } from './application/tickets/registers';
import { KINDS_IN_USE } from './application/work-types/kinds-in-use';
import { WORK_TYPES } from './domain/work-types/work-types';
import { createOnJob } from './entrypoints/jobs/on-job';
import type { Ports } from './entrypoints/ports';
import { createResolver } from './entrypoints/resolvers/resolver';
import { createOnSweep } from './entrypoints/triggers/on-sweep';
import { createOnTicketEvent } from './entrypoints/triggers/on-ticket-event';
import { createDecideGate } from './entrypoints/validators/decide-gate';
import { openProvisioning } from './provisioning';

/** The composition root: exports exactly the handlers that manifest.yml names. */

const database = openDatabase();
const configurations = kvsSiteConfigurations();
const permissions = jiraPermissions(configurations);
const decisions = sqlDecisions();
const roles = sqlRoles(database);
const services = sqlServices(database);
const matrixVersions = sqlMatrixVersions(database);
const ledger = sqlLedger(database);
const directory = jiraDirectory();
const clock = { now: () => toInstant(Date.now()) };
const people = sqlPeople(database, randomBytes);
const recorder = ledgerRecorder({ ledger, people, directory, clock });

const ports: Ports = {
  kinds: KINDS_IN_USE,
  advanceRegister: advanceBy([...registersOf(KINDS_IN_USE), OBLIGATION_REGISTER]),
  tickets: jiraTickets(configurations, kvsCreations(clock)),
  decisions,
  roles,
  services,
  matrixVersions,
  settings: sqlStoredSettings(database),
  directory,
  ledger,
  people,
  recorder,
  refusals: sqlRefusals(database),
  cloudAccounts: sqlCloudAccounts(database),
  obligations: sqlObligations(database),
  drafts: sqlMatrixDrafts(database),
  chunks: sqlUploadChunks(database),
  jobs: queuedJobs(),
  sweeps: kvsSweeps(),
  permissions,
  configurations,
  waitingWork: jiraWaitingWork(configurations),
  clock,
  provisioning: openProvisioning({
    permissions,
    decisions,
    roles,
    services,
    matrixVersions,
    directory,
    ledger,
    recorder,
    clock,
    locks: kvsLocks(),
    workTypes: WORK_TYPES,
    database: { migrations: MIGRATION_NAMES, migrate },
  }),
};

export const resolver = createResolver(ports);
export const decideGate = createDecideGate(ports);
export const onTicketEvent = createOnTicketEvent(ports);
export const onRoutingJob = createOnJob('routing', ports);
export const onUpkeepJob = createOnJob('upkeep', ports);
export const onSweep = createOnSweep(ports);
