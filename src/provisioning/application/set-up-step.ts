import { contentHash } from '../../domain/shared/content-hash';
import type { AccountId } from '../../domain/shared/account';
import type { AppIdentity, JiraSite } from '../ports/jira-site';
import type { SetUpMemory } from '../ports/provisioning-state';
import type { SetUpObstacle } from '../domain/set-up-refusal';

/** One part of what set-up makes. Its specification is data; what differs from it on the site is found by looking. */
export interface SetUpStep {
  key: string;
  /** What it makes, e.g. `Work types`. */
  title: string;
  /** Everything that the step is to make true, as JSON: when it changes, the step is to be done again. */
  specification(world: World): unknown;
  /** What the site lacks of it, in the order in which it is to be written. Writes nothing. */
  inspect(world: World): Promise<Finding[]>;
}

/** What a step works with. */
export interface World {
  site: JiraSite;
  app: AppIdentity;
  /** The Jira administrator who runs set-up; null while it is only looked at. */
  administrator: AccountId | null;
  /** What set-up knows of the site: a working copy, in which steps note every id as soon as they see it. */
  memory: SetUpMemory;
  /** Names of the cloud services in the register; null before there is a register. */
  services: readonly string[] | null;
}

/** Something on the site that is not as specified. */
export type Finding = Change | Hindrance | Notice;

/** One write, in plain words. Done again after an interruption it makes nothing twice. */
export interface Change {
  text: string;
  perform(): Promise<void>;
}

/** Something that set-up must not change by itself. */
export interface Hindrance {
  text: string;
  obstacle: SetUpObstacle;
}

/** Something that set-up leaves as it is, and that an administrator should know of. */
export interface Notice {
  text: string;
  leftAsItIs: true;
}

export function isChange(finding: Finding): finding is Change {
  return 'perform' in finding;
}

export function isNotice(finding: Finding): finding is Notice {
  return 'leftAsItIs' in finding;
}

export function isHindrance(finding: Finding): finding is Hindrance {
  return 'obstacle' in finding;
}

/** The hash by which a step that ended is remembered. */
export function specificationHash(step: SetUpStep, world: World): string {
  return contentHash({ step: step.key, specification: step.specification(world) });
}

/** The id noted for something that an earlier change made. @throws when it was not made, which is our fault */
export function noted(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`Set-up needs the ${what} before it is there.`);
  return id;
}
