import { contentHash } from '../shared/content-hash';
import { allow, refuse, type Result } from '../shared/result';
import { decidingContent, decidingFields } from '../ticket/deciding-content';
import { withScreen } from '../ticket/ticket';
import type { FieldName } from '../work-type/fields';
import type { DecisionSnapshot, GateDecision } from '../decision/decision';
import type { GateFacts } from './gate';
import type { GateRefusal } from '../decision/refusal';

/** Everything the transition's gates refuse, in the order in which a person would mend it; empty lets it pass. */
export function refusalsOf(facts: GateFacts): GateRefusal[] {
  return askedForOnce(facts.transition.gates.flatMap(gate => gate.refusals(facts)));
}

/** A field that two gates miss is asked for by the first: nobody mends one thing twice. */
function askedForOnce(refusals: readonly GateRefusal[]): GateRefusal[] {
  const asked = new Set<FieldName>();
  return refusals.filter(refusal => {
    if (refusal.code !== 'FIELD_MISSING') return true;
    const isNew = refusal.fields.some(field => !asked.has(field));
    for (const field of refusal.fields) asked.add(field);
    return isNew;
  });
}

/**
 * Decides one transition of one ticket: a snapshot of what held, or everything that is missing.
 * Source: domain rules, "Gates"; white-space 1, 2.
 */
export function decide(facts: GateFacts): Result<DecisionSnapshot, GateRefusal[]> {
  const refusals = refusalsOf(facts);
  return refusals.length > 0 ? refuse(refusals) : allow(snapshotOf(facts));
}

/** The record of a decision. Its id is that of its inputs and outcome, so that the same question asked twice is one record. */
export function recordOf(facts: GateFacts, decision: Result<DecisionSnapshot, GateRefusal[]>): GateDecision {
  const { ticket, workType, transition, screen, at } = facts;
  const newestChange = ticket.history.at(-1)?.id ?? null;
  const inputsHash = contentHash({
    fields: decidingFields(ticket, workType, screen),
    change: facts.matrixChange && { ...facts.matrixChange, errors: facts.matrixChange.errors.length },
    accountId: withScreen(ticket, screen).accountId,
    reporter: screen.reporter === undefined ? ticket.reporter : screen.reporter,
    appFields: ticket.appFields,
    carried: screen.appFields,
    status: ticket.status,
    matrix: facts.allocation.matrix?.contentHash ?? null,
    settings: facts.settings,
  });
  const verdict = decision.ok ? ('allow' as const) : ('refuse' as const);
  const refusals = decision.ok ? [] : decision.refusal;
  const snapshot = decision.ok ? decision.value : null;
  const identity = {
    ticket: ticket.id,
    transition: transition.name,
    from: transition.from,
    to: transition.to,
    inputsHash,
    verdict,
    refusals,
    newestChange,
  };
  return {
    id: contentHash({ ...identity, holder: snapshot?.holder ?? null }),
    at,
    ...identity,
    ticketKey: ticket.key,
    workType: workType.name,
    snapshot,
  };
}

function snapshotOf(facts: GateFacts): DecisionSnapshot {
  const { ticket, workType, screen, allocation, route, matrixChange } = facts;
  const content = decidingContent(ticket, workType, screen, matrixChange);
  return {
    contentHash: content.hash,
    decidingFields: content.fields,
    matrixVersion: allocation.matrix?.number ?? null,
    matrixHash: allocation.matrix?.contentHash ?? null,
    responsibility: route.ok ? route.value.responsibility : null,
    role: route.ok ? route.value.role : null,
    roleName: route.ok ? route.value.roleName : null,
    holder: route.ok ? route.value.accountable : null,
    decidedBy: route.ok ? route.value.decidedBy : null,
    ...(content.change ? { change: content.change } : {}),
  };
}
