import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import {
  inForceAt,
  type MatrixContent,
  type MatrixVersion,
} from '../../../src/domain/responsibility/matrix-version';
import type { Role, RoleHolder } from '../../../src/domain/responsibility/role';
import type { Instant } from '../../../src/domain/shared/instant';

export interface RegisterContents {
  roles: readonly Role[];
  services: readonly CloudService[];
  holders: readonly RoleHolder[];
  versions: readonly { version: MatrixVersion; content: MatrixContent }[];
}

/** What the registers in memory hold; each port is a view of it. */
export interface MemoryRegisters {
  readonly contents: RegisterContents;
  /** Replaces what the registers hold, as an import or an approval would. */
  change(change: (contents: RegisterContents) => Partial<RegisterContents>): void;
  /** Adds a version, unless there is one with its number. */
  adopt(version: MatrixVersion, content: MatrixContent): void;
  /** What a version says. */
  contentNow(version: number): MatrixContent | undefined;
  /** The version in force at an instant. */
  inForce(at: Instant): RegisterContents['versions'][number] | undefined;
}

export function memoryRegisters(initial: RegisterContents): MemoryRegisters {
  let contents = initial;
  return {
    get contents() {
      return contents;
    },
    change: by => {
      contents = { ...contents, ...by(contents) };
    },
    adopt: (version, content) => {
      if (contents.versions.some(known => known.version.number === version.number)) return;
      contents = { ...contents, versions: [...contents.versions, { version, content }] };
    },
    contentNow: number => contents.versions.find(({ version }) => version.number === number)?.content,
    inForce: at => {
      const version = inForceAt(
        contents.versions.map(known => known.version),
        at,
      );
      return contents.versions.find(known => known.version === version);
    },
  };
}
