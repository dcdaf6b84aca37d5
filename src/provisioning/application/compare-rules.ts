import { contentHash } from '../../domain/shared/content-hash';
import type { RuleStanding, SeenRule, WorkflowRules } from '../../ports/workflow-rules';
import { counterparts } from '../domain/workflow/counterparts';
import type { TransitionDesign, WorkflowRule } from '../domain/workflow/workflow';
import { sameRules } from '../domain/workflow/workflow-differences';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { openContext } from './step-context';
import { knownDesign, workflowKey } from './steps/workflow-step';

type Standing = Awaited<ReturnType<WorkflowRules['standingOf']>>;

const UNKNOWN: Standing = { condition: 'unknown', gates: 'unknown' };
const CHANGED: Standing = { condition: 'changed', gates: 'changed' };

/**
 * How the rules of a transition stand: as Jira has them in force, and as someone sees one of them. Nothing is vouched for
 * that was not compared: what can't be read is unknown.
 */
export async function compareRules(
  ports: ProvisioningPorts,
  workTypeName: string,
  { from, to }: { from: string; to: string },
  seen?: SeenRule,
): Promise<Standing> {
  const state = structuredClone(await ports.stateStore.read());
  const workType = ports.workTypes.find(({ name }) => name === workTypeName);
  const position = workType?.transitions.findIndex(one => one.from === from && one.to === to) ?? -1;
  const context = await openContext(ports, state, null);
  const design = workType && knownDesign(context, workType);
  const made = design?.transitions[position];
  const { projectId } = state;
  const workTypeId = state.workTypes[workTypeName];
  if (!workType || !design || !made || projectId === undefined || workTypeId === undefined) return UNKNOWN;
  const inForce = await ports.workflowsInForce.read(projectId, [workTypeId]);
  if ('refused' in inForce) return withSeen(UNKNOWN, made, seen);
  const workflow = inForce.find(({ id }) => id === state.resources[workflowKey(workType)]);
  const found = workflow && counterparts(design.transitions, workflow.transitions).of.get(made);
  if (!found) return CHANGED;
  const standing = {
    condition: standingOf(found.conditions, made.conditions),
    gates: standingOf(found.validators, made.validators),
  };
  return withSeen(standing, made, seen);
}

function standingOf(found: readonly WorkflowRule[], made: readonly WorkflowRule[]): RuleStanding {
  return sameRules(found, made) ? 'as set up' : 'changed';
}

/** A rule that is seen otherwise than it is made is changed, whatever is in force. */
function withSeen(standing: Standing, made: TransitionDesign, seen: SeenRule | undefined): Standing {
  if (!seen) return standing;
  const [kind, rules, aspect] =
    seen.kind === 'condition'
      ? (['app condition', made.conditions, 'condition'] as const)
      : (['app validator', made.validators, 'gates'] as const);
  const configs = rules.flatMap(rule => (rule.kind === kind && 'config' in rule ? [rule.config] : []));
  const isMade = configs.some(config => contentHash(config) === contentHash(seen.config));
  return isMade ? standing : { ...standing, [aspect]: 'changed' };
}
