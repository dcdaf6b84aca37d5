import type { AppFieldName, FieldName } from '../domain/work-type/fields';

/**
 * The ids by which Jira knows what our tickets are made of: all that gates, jobs and pages need of what set-up made.
 * Grows step by step; absent parts are not there yet.
 */
export interface SiteConfiguration {
  projectId?: string;
  projectKey?: string;
  /** By work type name. */
  workTypes: Record<string, string>;
  /** By status name: statuses are shared by our work types. */
  statuses: Record<string, string>;
  fields: Partial<Record<FieldName | AppFieldName, string>>;
}

export interface SiteConfigurations {
  read(): Promise<SiteConfiguration>;
}

export const NOTHING_SET_UP: SiteConfiguration = { workTypes: {}, statuses: {}, fields: {} };
