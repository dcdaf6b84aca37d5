import type { FieldType } from '../../domain/work-type/fields';
import type { NewResource, Resource } from '../domain/resource';

/** Custom fields with their contexts and options. */
export interface SiteFields {
  customFields(): Promise<CustomField[]>;
  /** @returns the id of the new field */
  createField(field: NewResource & { type: FieldType }): Promise<string>;
  describeField(field: Resource): Promise<void>;
  fieldContexts(fieldId: string): Promise<FieldContext[]>;
  /** A context for every space and work type. @returns its id */
  createFieldContext(fieldId: string, context: NewResource): Promise<string>;
  /** In Jira's order. */
  fieldOptions(fieldId: string, contextId: string): Promise<FieldOption[]>;
  /** At the end, in this order. */
  addFieldOptions(fieldId: string, contextId: string, values: readonly string[]): Promise<void>;
  setFieldOption(fieldId: string, contextId: string, option: FieldOption): Promise<void>;
  /** Puts these options first, in this order. */
  orderFieldOptions(fieldId: string, contextId: string, optionIds: readonly string[]): Promise<void>;
}

export interface CustomField extends Resource {
  /** Null: a type that we don't create, among them those of apps. */
  type: FieldType | null;
  /** Set for the fields of apps. */
  appField: { appId: string; environmentId: string; moduleKey: string } | null;
}

export interface FieldContext {
  id: string;
  name: string;
  /** Whether it applies to every space and work type. */
  appliesEverywhere: boolean;
}

export interface FieldOption {
  id: string;
  value: string;
  disabled: boolean;
}
