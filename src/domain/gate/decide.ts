import { contentHash } from '../shared/content-hash';
import { allow, refuse, type Result } from '../shared/result';
import {
  decidedService,
  decidedText,
  decidingContent,
  decidingFields,
  onRecord,
} from '../ticket/deciding-content';
import { withScreen } from '../ticket/ticket';
import type { FieldName } from '../work-type/fields';
import type { DecisionSnapshot } from '../decision/decision';
import { gateDecided } from '../decision/decision-evidence';
import type { FactsOf } from '../evidence/define-evidence';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import { ticketFacts } from '../evidence/facts';
import type { GateFacts } from './gate';
import type { GateRefusal } from '../decision/refusal';

/** Everything the transition's gates refuse, in the order in which a person would fix it; empty lets it pass. */
export function refusalsOf(facts: GateFacts): GateRefusal[] {
  return askedForOnce(facts.transition.gates.flatMap(gate => gate.refusals(facts)));
}

/** A field that two gates miss is asked for by the first: no one fixes one thing twice. */
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
export function recordOf(
  facts: GateFacts,
  decision: Result<DecisionSnapshot, GateRefusal[]>,
): EvidenceEntry<FactsOf<typeof gateDecided>> {
  const { story, transition, at, pseudonymOf } = facts;
  const { ticket, workType } = story;
  const decided = {
    ...ticketFacts(ticket),
    workType: workType.name,
    transition: transition.name,
    from: transition.from,
    to: transition.to,
    inputsHash: inputsHashOf(facts),
    newestChange: ticket.history.at(-1)?.id ?? null,
    verdict: decision.ok ? ('allow' as const) : ('refuse' as const),
    refusals: decision.ok ? [] : decision.refusal,
    snapshot: decision.ok ? decision.value : null,
  };
  return gateDecided.entry({ at, actor: null, facts: decided }, pseudonymOf);
}

/** Of everything that the gates looked at. */
function inputsHashOf(facts: GateFacts): string {
  const { story, subject, screen, service, allocation, settings, pseudonymOf } = facts;
  const { ticket, workType } = story;
  const values = onRecord(withScreen(ticket, screen), pseudonymOf);
  const reporter = screen.reporter === undefined ? ticket.reporter : screen.reporter;
  return contentHash({
    fields: onRecord(decidingFields(ticket, workType, screen), pseudonymOf),
    service: decidedService(workType, service),
    text: decidedText(ticket),
    attachments: ticket.attachments.map(({ id }) => id),
    subject: subject.inputs,
    authors: story.authors.map(pseudonymOf),
    screens: workType.transitions.flatMap(({ screenFields }) => screenFields.map(field => values[field])),
    reporter: reporter === null ? null : pseudonymOf(reporter),
    appFields: onRecord(ticket.appFields, pseudonymOf),
    carried: screen.appFields,
    status: ticket.status,
    matrix: matrixAsked(story, allocation)?.contentHash ?? null,
    settings,
  });
}

function snapshotOf(facts: GateFacts): DecisionSnapshot {
  const { story, allocation, route } = facts;
  const content = decidingContent(story, facts);
  const decider = route.ok ? route.value : null;
  const matrix = matrixAsked(story, allocation);
  return {
    contentHash: content.hash,
    decidingFields: content.fields,
    service: content.service,
    text: content.text,
    files: content.files,
    matrixVersion: matrix?.number ?? null,
    matrixHash: matrix?.contentHash ?? null,
    responsibility: decider?.by === 'matrix' ? decider.responsibility : null,
    role: decider?.role ?? null,
    roleName: decider?.roleName ?? null,
    holder: decider?.accountable ?? null,
    decidedBy: decider?.decidedBy ?? null,
    ...(content.subject ? { subject: content.subject } : {}),
  };
}

/** The matrix in force, where it says who decides; a decision that is a role's rests on none. */
function matrixAsked(
  { workType }: GateFacts['story'],
  { matrix }: GateFacts['allocation'],
): GateFacts['allocation']['matrix'] {
  return workType.responsibility.by === 'matrix' ? matrix : null;
}
