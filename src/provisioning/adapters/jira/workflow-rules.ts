import { z } from 'zod';
import { contentHash } from '../../../domain/shared/content-hash';
import type { WorkflowRule } from '../../domain/workflow/workflow';
import { appIdentity, moduleAri, moduleOfAri } from './invocation';
import { fromSystemRule, isSystemRule, toSystemRule } from './system-rules';

/** A rule as Jira has it: every parameter is text. */
export interface RuleDocument {
  id?: string | undefined;
  ruleKey: string;
  parameters: Record<string, string>;
}

export const ruleDocument = z.object({
  id: z.string().nullish(),
  ruleKey: z.string(),
  parameters: z
    .record(z.string(), z.string().nullable())
    .nullish()
    .transform(parameters => parameters ?? {}),
});

const APP_RULES = {
  'app condition': 'forge:expression-condition',
  'app validator': 'forge:expression-validator',
} as const;

/** @param place - where the rule is, e.g. workflow and transition: rules in different places get different ids */
export function toRuleDocument(rule: WorkflowRule, place: string): RuleDocument {
  const id = uuidOf(`${place} ${JSON.stringify(rule)}`);
  if (isSystemRule(rule)) return { id, ...toSystemRule(rule) };
  if (rule.kind === 'other')
    return { id, ruleKey: rule.ruleKey, parameters: { ...rule.parameters, ...ownId(rule.ruleKey, id) } };
  const key = moduleAri(appIdentity(), rule.module);
  const config = JSON.stringify(rule.config);
  return { id, ruleKey: APP_RULES[rule.kind], parameters: { key, config, id, disabled: 'false' } };
}

/** Reads a rule back. Jira gives rules new ids, so ids say nothing. */
export function fromRuleDocument({ ruleKey, parameters }: z.infer<typeof ruleDocument>): WorkflowRule {
  return (
    fromSystemRule(ruleKey, parameters) ?? appRule(ruleKey, parameters) ?? otherRule(ruleKey, parameters)
  );
}

/** Rules of apps carry their id among their parameters too. */
function ownId(ruleKey: string, id: string): { id?: string } {
  return ruleKey.startsWith('forge:') ? { id } : {};
}

function otherRule(ruleKey: string, parameters: Record<string, string | null>): WorkflowRule {
  const set = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== null && !(entry[0] in ownId(ruleKey, '')),
  );
  return { kind: 'other', ruleKey, parameters: Object.fromEntries(set) };
}

function appRule(
  ruleKey: string,
  { key, config, disabled }: Record<string, string | null>,
): WorkflowRule | undefined {
  const kinds = ['app condition', 'app validator'] as const;
  const kind = kinds.find(one => APP_RULES[one] === ruleKey);
  const module = moduleOfAri(key ?? '');
  const { appId, environmentId } = appIdentity();
  if (!kind || module?.appId !== appId || module.environmentId !== environmentId || disabled === 'true')
    return undefined;
  const read = configShape.safeParse(config ?? '{}');
  return read.success ? { kind, module: module.moduleKey, config: read.data } : undefined;
}

const configShape = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'Not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

/** The same identifier for the same content, in the form of a UUID, which Jira asks for. */
export function uuidOf(content: string): string {
  const hash = contentHash(content);
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-');
}
