import type { AccountId } from '../shared/account';
import type { AppFieldName } from '../work-type/fields';
import type { Effect, Step } from './effect';

/** How a ticket stands, as far as effects change it, and what is on record of it. */
export interface Standing {
  assignee: AccountId | null;
  labels: readonly string[];
  appFields: Readonly<Record<AppFieldName, string | null>>;
  /** The ids of everything on record of the ticket. */
  recorded: ReadonlySet<string>;
}

/**
 * What is left to do of these steps, in their order. A state (assignee, label, fields) is left out where the ticket
 * stands so already, once the steps before it are done. An event (a comment, a move, a register's step) is left out
 * once everything its step puts on record is there; a step that records nothing is left to who planned it.
 */
export function pending(steps: readonly Step[], standing: Standing): Step[] {
  const left: Step[] = [];
  let running = standing;
  for (const step of steps) {
    const records = step.records.filter(({ id }) => !running.recorded.has(id));
    const isRecorded = step.records.length > 0 && records.length === 0;
    const effects = step.effects.filter(effect => {
      const isLeft = isState(effect) ? changes(effect, running) : !isRecorded;
      if (isLeft) running = after(running, effect);
      return isLeft;
    });
    if (effects.length + records.length === 0) continue;
    running = withRecords(
      running,
      records.map(({ id }) => id),
    );
    left.push({ ...step, effects, records });
  }
  return left;
}

type State = Extract<Effect, { do: 'assign' | 'write fields' | 'label' }>;

function isState(effect: Effect): effect is State {
  return effect.do === 'assign' || effect.do === 'write fields' || effect.do === 'label';
}

function changes(effect: State, { assignee, labels, appFields }: Standing): boolean {
  if (effect.do === 'assign') return assignee !== effect.to;
  if (effect.do === 'label') return labels.includes(effect.label) !== effect.present;
  return Object.keys(differing(effect.values, appFields)).length > 0;
}

/** Only what differs is worth writing. */
export function differing(
  values: Partial<Record<AppFieldName, string | null>>,
  now: Standing['appFields'],
): Partial<Record<AppFieldName, string | null>> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => now[name as AppFieldName] !== value),
  );
}

/** How the ticket stands once an effect is done. */
export function after(standing: Standing, effect: Effect): Standing {
  switch (effect.do) {
    case 'assign':
      return { ...standing, assignee: effect.to };
    case 'write fields':
      return { ...standing, appFields: { ...standing.appFields, ...effect.values } };
    case 'label': {
      const others = standing.labels.filter(label => label !== effect.label);
      return { ...standing, labels: effect.present ? [...others, effect.label] : others };
    }
    default:
      return standing;
  }
}

/** How it stands once these are on record. */
export function withRecords(standing: Standing, ids: readonly string[]): Standing {
  return ids.length === 0 ? standing : { ...standing, recorded: new Set([...standing.recorded, ...ids]) };
}
