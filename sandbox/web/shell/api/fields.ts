/** Fields as create, edit and transition metadata describe them. */
import { z } from 'zod';
import { jira } from './request';

export const FieldSchema = z.object({
  type: z.string(),
  items: z.string().optional(),
  system: z.string().optional(),
  custom: z.string().optional(),
});
export type FieldSchema = z.infer<typeof FieldSchema>;

const AllowedValue = z.object({ id: z.string(), value: z.string().optional(), name: z.string().optional() });

export const FieldMetadata = z.object({
  fieldId: z.string().optional(),
  key: z.string().optional(),
  name: z.string(),
  required: z.boolean(),
  schema: FieldSchema,
  allowedValues: z.array(AllowedValue).optional(),
  defaultValue: z.unknown().optional(),
});

/** Which control a field gets. `fixed` fields are shown, never edited. */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'number'
  | 'date'
  | 'select'
  | 'multi-select'
  | 'person'
  | 'people'
  | 'labels'
  | 'fixed';

export interface Choice {
  value: string;
  label: string;
}

export interface Field {
  id: string;
  name: string;
  required: boolean;
  kind: FieldKind;
  /** What a select offers. */
  choices: Choice[];
  defaultValue?: unknown;
}

/** @param id - the key under which the metadata lists it, when the entry doesn't say itself */
export function fieldOf(metadata: z.infer<typeof FieldMetadata>, id?: string): Field {
  const choices = metadata.allowedValues?.map(each => ({
    value: each.id,
    label: each.value ?? each.name ?? each.id,
  }));
  return {
    id: metadata.fieldId ?? id ?? metadata.key ?? metadata.name,
    name: metadata.name,
    required: metadata.required,
    kind: kindOf(metadata.schema),
    choices: choices ?? [],
    ...(metadata.defaultValue === undefined ? {} : { defaultValue: metadata.defaultValue }),
  };
}

const SELECTS = new Set(['option', 'priority', 'resolution', 'securitylevel']);

export function kindOf(schema: FieldSchema): FieldKind {
  if (schema.system === 'description' || schema.system === 'environment') return 'paragraph';
  if (schema.custom?.endsWith(':textarea') === true) return 'paragraph';
  if (schema.system === 'labels' || schema.custom?.endsWith(':labels') === true) return 'labels';
  if (SELECTS.has(schema.type)) return 'select';
  if (schema.type === 'array') return arrayKind(schema.items);
  if (schema.type === 'user') return 'person';
  if (schema.type === 'date' || schema.type === 'number') return schema.type;
  return schema.type === 'string' ? 'text' : 'fixed';
}

function arrayKind(items: string | undefined): FieldKind {
  if (items === 'user') return 'people';
  if (items === 'string') return 'labels';
  return items === 'option' || items === 'version' || items === 'component' ? 'multi-select' : 'fixed';
}

const Space = z.object({ id: z.string(), key: z.string(), name: z.string() });
export type Space = z.infer<typeof Space>;
const WorkType = z.object({ id: z.string(), name: z.string(), description: z.string().optional() });
export type WorkType = z.infer<typeof WorkType>;

export async function listSpaces(): Promise<Space[]> {
  return (await jira(z.object({ values: z.array(Space) }), 'GET', 'project/search?maxResults=50')).values;
}

export async function workTypesToCreate(space: string): Promise<WorkType[]> {
  const Page = z.object({ issueTypes: z.array(WorkType) });
  return (await jira(Page, 'GET', `issue/createmeta/${space}/issuetypes?maxResults=200`)).issueTypes;
}

/** The fields of the create screen, in its order, without space and work type themselves. */
export async function fieldsToCreate(space: string, workTypeId: string): Promise<Field[]> {
  const Page = z.object({ fields: z.array(FieldMetadata) });
  const page = await jira(Page, 'GET', `issue/createmeta/${space}/issuetypes/${workTypeId}?maxResults=200`);
  return page.fields
    .map(each => fieldOf(each))
    .filter(field => field.id !== 'project' && field.id !== 'issuetype');
}
