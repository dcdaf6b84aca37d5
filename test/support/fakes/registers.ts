import { revocationDue } from '../../../src/domain/access/revocation-evidence';
import { bypassResolved, gateBypassed } from '../../../src/domain/bypass/bypass-evidence';
import { decisionOf } from '../../../src/domain/decision/decision-evidence';
import type { EvidenceKind } from '../../../src/domain/evidence/define-evidence';
import { ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { findService, type CloudService } from '../../../src/domain/responsibility/cloud-service';
import {
  inForceAt,
  type MatrixContent,
  type MatrixVersion,
} from '../../../src/domain/responsibility/matrix-version';
import type { Role, RoleHolder } from '../../../src/domain/responsibility/role';
import { routingOf } from '../../../src/domain/routing/routing-evidence';
import { DEFAULT_SETTINGS, SETTINGS_SUBJECT, type Settings } from '../../../src/domain/settings/settings';
import { settingsChanged } from '../../../src/domain/settings/settings-evidence';
import { transitionObserved } from '../../../src/domain/ticket/transition-evidence';
import { within } from '../../../src/domain/shared/instant';
import type { DecisionQuestion, DecisionRecords, Registers } from '../../../src/ports/registers';
import type { MemoryCloudAccounts } from './cloud-accounts';
import type { MemoryLedger } from './evidence-ledger';
import type { Faults } from './faults';

export interface RegisterContents {
  roles: readonly Role[];
  services: readonly CloudService[];
  holders: readonly RoleHolder[];
  versions: readonly { version: MatrixVersion; content: MatrixContent }[];
}

export interface MemoryRegisters extends Registers {
  /** Replaces what the registers hold, as an import or an approval would. */
  change(change: (contents: RegisterContents) => Partial<RegisterContents>): void;
  /** What a version says. */
  contentNow(version: number): MatrixContent | undefined;
}

/** Registers in memory. What gates decided and how tickets were routed is read from the ledger, as it is in storage. */
export function memoryRegisters(
  initial: RegisterContents,
  ledger: MemoryLedger,
  accounts: MemoryCloudAccounts,
  faults: Faults,
): MemoryRegisters {
  let contents = initial;
  const change: MemoryRegisters['change'] = by => {
    contents = { ...contents, ...by(contents) };
  };
  const put = <T extends { key: string }>(values: readonly T[], value: T) => [
    ...values.filter(({ key }) => key !== value.key),
    value,
  ];
  const inForce = (at: Parameters<typeof inForceAt>[1]) => {
    const version = inForceAt(
      contents.versions.map(known => known.version),
      at,
    );
    return contents.versions.find(known => known.version === version);
  };
  const settings = (): Settings => {
    const changes = ledger.entries(SETTINGS_SUBJECT).flatMap(entry => settingsChanged.read(entry) ?? []);
    return { ...DEFAULT_SETTINGS, ...changes.at(-1)?.facts };
  };
  const answerTo = ({
    ticketId,
    domain,
    activity,
    service,
    cloudAccountId,
    at,
  }: DecisionQuestion): DecisionRecords => {
    const found = inForce(at);
    const named = service === null ? undefined : findService(contents.services, service);
    const answersTo = ['*', ...(named ? [named.key] : [])];
    const entries = ledger.entries(ticketSubject(ticketId));
    const idsOf = ({ kind }: EvidenceKind) => entries.filter(one => one.kind === kind).map(({ id }) => id);
    return {
      matrix: found?.version ?? null,
      rows: (found?.content.rows ?? []).filter(
        row =>
          row.domain === domain && ['', activity].includes(row.activity) && answersTo.includes(row.service),
      ),
      roles: [...contents.roles],
      holders: contents.holders.filter(({ from, to }) => within(at, from, to)),
      service: named ?? null,
      decisions: entries.flatMap(entry => decisionOf(entry) ?? []),
      routings: entries.flatMap(entry => routingOf(entry) ?? []),
      observedChanges: entries.flatMap(entry => transitionObserved.read(entry)?.facts.change ?? []),
      revocationsDue: idsOf(revocationDue),
      bypasses: idsOf(gateBypassed),
      bypassesMended: idsOf(bypassResolved),
      settings: settings(),
      cloudAccount:
        accounts
          .all()
          .find(({ provider, accountId }) => provider === named?.provider && accountId === cloudAccountId) ??
        null,
      reservations: accounts
        .all()
        .filter(({ ticket, status }) => ticket === ticketId && status === 'reserved'),
    };
  };
  return {
    change,
    contentNow: number => contents.versions.find(({ version }) => version.number === number)?.content,
    forDecision: question => faults.read('registers', () => answerTo(question)),
    forDecisions: questions => faults.read('registers', () => questions.map(answerTo)),
    forExplanation: question =>
      faults.read('registers', () => {
        const answer = answerTo(question);
        const rows = inForce(question.at)?.content.rows ?? [];
        return {
          ...answer,
          rows: rows.filter(({ service }) => service === '*' || service === answer.service?.key),
        };
      }),
    asOf: at =>
      faults.read('registers', () => ({
        matrix: inForce(at)?.version ?? null,
        roles: [...contents.roles],
        holders: contents.holders.filter(({ from, to }) => within(at, from, to)),
        settings: settings(),
      })),
    versions: () => faults.read('versions', () => contents.versions.map(({ version }) => version)),
    content: number =>
      faults.read('content', () => {
        const found = contents.versions.find(({ version }) => version.number === number);
        if (!found) throw new RangeError(`There is no matrix version ${String(number)}.`);
        return found.content;
      }),
    adoptVersion: (version, content) =>
      faults.write('adopt version', () => {
        if (contents.versions.some(known => known.version.number === version.number)) return;
        change(({ versions }) => ({ versions: [...versions, { version, content }] }));
      }),
    settings: () => faults.read('settings', settings),
    roles: () => faults.read('roles', () => [...contents.roles]),
    services: () => faults.read('services', () => [...contents.services]),
    holders: () => faults.read('holders', () => [...contents.holders]),
    putRoles: values =>
      faults.write('put roles', () => {
        change(({ roles }) => ({ roles: values.reduce(put, roles) }));
      }),
    putServices: values =>
      faults.write('put services', () => {
        change(({ services }) => ({ services: values.reduce(put, services) }));
      }),
    openPeriods: begun =>
      faults.write('open periods', () => {
        const absent = begun.filter(holder => !contents.holders.some(held => isSamePeriod(held, holder)));
        change(({ holders }) => ({ holders: [...holders, ...absent] }));
      }),
    closePeriods: closings =>
      faults.write('close periods', () => {
        const endOf = (held: RoleHolder) =>
          closings.find(({ period, to }) => isSamePeriod(held, period) && (held.to === null || held.to > to));
        change(({ holders }) => ({
          holders: holders.map(held => ({ ...held, to: endOf(held)?.to ?? held.to })),
        }));
      }),
  };
}

function isSamePeriod(one: Omit<RoleHolder, 'to'>, other: Omit<RoleHolder, 'to'>): boolean {
  return (
    one.role === other.role &&
    one.accountId === other.accountId &&
    one.capacity === other.capacity &&
    one.from === other.from
  );
}
