import { useState } from 'react';
import type { AppModule } from '../api/sandbox';
import {
  conditionsOf,
  type Rule,
  type Workflow,
  type WorkflowStatus,
  type WorkflowTransition,
} from '../api/workflows';
import { AppFrame } from '../app-frame/AppFrame';
import { moduleIdOf } from '../app-frame/page-context';
import { useSession } from '../session';
import { ruleExtension } from './rule-extension';

interface Place {
  workflow: Workflow;
  transition: WorkflowTransition;
  statuses: readonly WorkflowStatus[];
}

/** The transitions of a workflow with their rules; a rule of the app opens the page that the app has for it. */
export function Transitions({
  workflow,
  statuses,
}: {
  workflow: Workflow;
  statuses: readonly WorkflowStatus[];
}) {
  const nameOf = (reference: string) =>
    statuses.find(({ statusReference }) => statusReference === reference)?.name ?? reference;
  return (
    <>
      {workflow.transitions.map(transition => {
        const place = { workflow, transition, statuses };
        const sources = transition.links.map(({ fromStatusReference }) => nameOf(fromStatusReference));
        const from =
          sources.length > 0 ? sources.join(', ') : transition.type === 'INITIAL' ? 'New' : 'Any status';
        // Several transitions of a workflow may have one name; no two lead from the same status to the same.
        const way = `${from} → ${nameOf(transition.toStatusReference)}`;
        return (
          <section key={transition.id} className="panel" aria-label={`${transition.name}: ${way}`}>
            <h3>{transition.name}</h3>
            <p>
              {way}
              {transition.transitionScreen && ', with a screen'}
            </p>
            <Rules title="Conditions" rules={conditionsOf(transition)} place={place} />
            <Rules title="Validators" rules={transition.validators} place={place} />
            <Rules title="Post functions" rules={transition.actions} place={place} />
          </section>
        );
      })}
    </>
  );
}

function Rules({ title, rules, place }: { title: string; rules: readonly Rule[]; place: Place }) {
  if (rules.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="workflow-rules">
        {rules.map(rule => (
          <RuleItem key={rule.id} rule={rule} place={place} />
        ))}
      </ul>
    </>
  );
}

function RuleItem({ rule, place }: { rule: Rule; place: Place }) {
  const { installed } = useSession();
  const [isOpen, setOpen] = useState(false);
  const module = installed.modules.find(({ key }) => moduleIdOf(installed, key) === rule.parameters['key']);
  if (!module) return <li>{nameOfBuiltIn(rule)}</li>;
  return (
    <li>
      <button
        type="button"
        className="add-panel"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {module.title}
      </button>
      {isOpen && <RuleView module={module} rule={rule} place={place} />}
    </li>
  );
}

function RuleView({ module, rule, place }: { module: AppModule; rule: Rule; place: Place }) {
  const { workflow, transition, statuses } = place;
  return <AppFrame module={module} extension={ruleExtension(module, rule, workflow, transition, statuses)} />;
}

/** Jira's own rule, as it is stored: its key and what is set of it. */
function nameOfBuiltIn({ ruleKey, parameters }: Rule): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== '');
  return [ruleKey, ...set.map(([name, value]) => `${name}=${value}`)].join(' ');
}
