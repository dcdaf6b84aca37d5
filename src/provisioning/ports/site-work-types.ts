import type { NewResource, Resource } from '../domain/resource';

/** Work types and their schemes. */
export interface SiteWorkTypes {
  workTypes(): Promise<Resource[]>;
  createWorkType(workType: NewResource): Promise<string>;
  changeWorkType(workType: Resource): Promise<void>;
  findWorkTypeSchemes(name: string, id?: string): Promise<Resource[]>;
  nameWorkTypeScheme(scheme: Resource): Promise<void>;
  /** Work type ids. */
  workTypesOfScheme(schemeId: string): Promise<string[]>;
  createWorkTypeScheme(scheme: NewResource & { workTypeIds: readonly string[] }): Promise<string>;
  addToWorkTypeScheme(schemeId: string, workTypeIds: readonly string[]): Promise<void>;
}
