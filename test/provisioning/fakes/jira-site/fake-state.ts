import type { Resource } from '../../../../src/provisioning/domain/resource';
import type { SiteStatus, Workflow } from '../../../../src/provisioning/domain/workflow/workflow';
import type { CustomField, FieldContext, FieldOption } from '../../../../src/provisioning/ports/site-fields';
import type { PermissionScheme, Project } from '../../../../src/provisioning/ports/site-projects';
import type { ScreenScheme } from '../../../../src/provisioning/ports/site-screens';
import type { WorkflowScheme } from '../../../../src/provisioning/ports/site-workflows';
import { FakeRefusal } from './fake-writes';

interface FakeField extends CustomField {
  contexts: (FieldContext & { options: FieldOption[] })[];
}

interface FakeScreen extends Resource {
  tabs: { id: string; name: string; fields: string[] }[];
}

/** The state of the site, as it is compared in tests. */
export interface FakeState {
  fields: FakeField[];
  resolutions: Resource[];
  screens: FakeScreen[];
  screenSchemes: ScreenScheme[];
  workTypeScreenSchemes: (Resource & { screenSchemes: Record<string, string> })[];
  workTypes: Resource[];
  workTypeSchemes: (Resource & { workTypeIds: string[] })[];
  statuses: SiteStatus[];
  workflows: Workflow[];
  workflowSchemes: WorkflowScheme[];
  permissionSchemes: PermissionScheme[];
  projects: (Project & Record<string, string>)[];
  /** Panels of the app that all tickets of a space show. */
  panels: string[];
}

/** What the parts of the fake site share. */
export interface FakeSite {
  readonly state: FakeState;
  /** Whether Jira tells where panels show. */
  readonly tellsPanels: boolean;
  readonly roles: readonly Resource[];
  readonly workflowProblems: readonly string[];
  readonly appAccount: string;
  /** The permissions that an account has not, by account id. */
  readonly lacking: Readonly<Record<string, readonly string[]>>;
  nextId(): string;
  write<T>(operation: string, effect: () => T): Promise<T>;
}

/** A copy: what a caller does with an answer must not change the site. */
export function read<T>(value: T): Promise<T> {
  return Promise.resolve(structuredClone(value));
}

export function one<T extends { id: string }>(things: readonly T[], id: string): T {
  const thing = things.find(candidate => candidate.id === id);
  if (!thing) throw new FakeRefusal(`There is no ${id}.`);
  return thing;
}

export function like<T extends Resource>(things: readonly T[], name: string): T[] {
  return things.filter(thing => thing.name.toLowerCase().includes(name.toLowerCase()));
}

/** The thing of that id alone; undefined when there is none. */
export function known<T extends Resource>(things: readonly T[], id: string | undefined): T[] | undefined {
  const found = things.filter(thing => thing.id === id);
  return found.length > 0 ? found : undefined;
}

/** Of what is there, as much as Jira tells of it. */
export function asResources(things: readonly Resource[]): Resource[] {
  return things.map(({ id, name, description }) => ({ id, name, description }));
}

export function rename(things: readonly Resource[], { id, name, description }: Resource): void {
  if (things.some(other => other.id !== id && other.name === name)) throw new FakeRefusal(`${name} exists.`);
  Object.assign(one(things, id), { name, description });
}

/** Adds a thing whose name must be free. */
export function add<T extends Resource>(fake: FakeSite, things: T[], thing: Omit<T, 'id'>): string {
  if (things.some(({ name }) => name === thing.name)) throw new FakeRefusal(`${thing.name} exists.`);
  const id = fake.nextId();
  things.push(structuredClone({ ...thing, id }) as T);
  return id;
}
