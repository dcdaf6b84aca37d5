import type { Answer } from '../support/sandbox-client.ts';

/** What came of an attack, for those who read the list. */
export type Outcome = string;

export interface Seen {
  test: string;
  file: string;
  outcome: Outcome;
}

/** The evidence and the findings that say that something got past: words of the app’s answers. */
const FINDINGS =
  /"(?:kind|code)":"(gate-bypassed|configuration-drifted|GATE_BYPASSED|ticket-out-of-reach|REVOCATION_DUE|revocation-due)"/;

/** The code at the end of a message of a gate, or of a function that refuses. */
const OWN_CODE = /\(([A-Z][A-Z_]+)\)(?="|\\n|$)|"ok":false,"code":"([A-Z_]+)"/g;

/**
 * What the answers that the people of a test got say of it. `found`: evidence or a finding says what got past;
 * `refused`: by a gate or a function of Remit, with its codes; `held by the platform`: Jira itself refused; else what was
 * tried had no effect, which is what the test asserts.
 */
export function outcomeOf(answers: readonly Answer[]): Outcome {
  const texts = answers.map(({ body }) => JSON.stringify(body ?? null));
  const codes = new Set(
    texts.flatMap(text => [...text.matchAll(OWN_CODE)].map(([, gate, refused]) => gate ?? refused ?? '')),
  );
  const refused = codes.size > 0 ? `refused: ${[...codes].sort().join(', ')}` : undefined;
  const found = texts.some(text => FINDINGS.test(text)) ? 'found' : undefined;
  const held = answers.some(({ status }) => status >= 400) ? 'held by the platform' : undefined;
  return [found, refused].filter(Boolean).join('; ') || (held ?? 'without effect');
}
