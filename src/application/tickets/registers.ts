import type { RegisterCommand } from '../../domain/effects/register-command';
import type { Clock } from '../../ports/clock';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Jobs } from '../../ports/jobs';
import type { MatrixDrafts } from '../../ports/matrix-drafts';
import type { Obligations } from '../../ports/obligations';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Recorder } from '../../ports/recorder';
import type { StoredSettings } from '../../ports/stored-settings';
import type { LookPorts } from './look-ports';

/** What registers of ours need to be told things. */
export interface RegisterPorts extends LookPorts {
  cloudAccounts: CloudAccounts;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  settings: StoredSettings;
  recorder: Recorder;
  obligations: Obligations;
  clock: Clock;
  jobs: Jobs;
}

/** What a register answers: `refused` says that it did nothing, and why is the register's to know. */
export type Advanced = { outcome: 'done'; answer?: unknown } | { outcome: 'refused' };

/** Tells a register of ours to do one idempotent step. */
export type AdvanceRegister = (ports: RegisterPorts, command: RegisterCommand) => Promise<Advanced>;

/** A register that a subject keeps. */
export interface Register {
  /** Undefined for commands that are another register's. */
  advance(ports: RegisterPorts, command: RegisterCommand): Promise<Advanced> | undefined;
}

/** A register with commands of its own, and how it does what each of them says. */
export function registerOf<Command extends RegisterCommand>(
  isOwn: (command: RegisterCommand) => command is Command,
  advance: (ports: RegisterPorts, command: Command) => Promise<Advanced>,
): Register {
  return { advance: (ports, command) => (isOwn(command) ? advance(ports, command) : undefined) };
}

/** Hands each command to the register that it is for. @throws RangeError when it is none of theirs, a fault of ours */
export function advanceBy(registers: readonly Register[]): AdvanceRegister {
  return async (ports, command) => {
    for (const register of registers) {
      const advanced = register.advance(ports, command);
      if (advanced) return advanced;
    }
    throw new RangeError(`There is no register ${command.register}.`);
  };
}
