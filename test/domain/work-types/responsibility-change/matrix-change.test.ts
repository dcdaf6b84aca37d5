import { describe, expect, it } from '@jest/globals';
import { decide, recordOf } from '../../../../src/domain/gate/decide';
import { frozen } from '../../../../src/domain/gate/frozen';
import type { Gate, GateFacts } from '../../../../src/domain/gate/gate';
import {
  baseCurrent,
  matrixSound,
} from '../../../../src/domain/work-types/responsibility-change/matrix-sound';
import { finding } from '../../../../src/domain/responsibility/findings/finding';
import type { MatrixChange } from '../../../../src/domain/responsibility/matrix-change';
import { decidingContent } from '../../../../src/domain/ticket/deciding-content';
import type { GateDecision } from '../../../../src/domain/decision/decision';
import type { Instant } from '../../../../src/domain/shared/instant';
import { NO_CHANGES, type ScreenChanges, type Ticket } from '../../../../src/domain/ticket/ticket';
import type { MatrixSubject } from '../../../../src/domain/work-types/responsibility-change/matrix-subject';
import { RESPONSIBILITY_CHANGE } from '../../../../src/domain/work-types/responsibility-change/responsibility-change';
import { CEO, ENGINEER, asTheyAre } from '../../../support/builders/company';
import { aMatrixChange, aMatrixSubject } from '../../../support/builders/matrix-change';
import {
  aDecision,
  anEntry,
  aSnapshot,
  aTicket,
  factsOf,
  gateFacts,
  minute,
  moved,
} from '../../../support/builders/ticket';

const error = (message: string) => finding('NO_ACCOUNTABLE', ['r1'], message);

interface Changing {
  change?: MatrixChange | null;
  ticket?: Ticket;
  decisions?: readonly GateDecision[];
  screen?: ScreenChanges;
  at?: Instant;
}

function changing(
  name: string,
  { change = aMatrixChange(), ...asked }: Changing = {},
): GateFacts<MatrixSubject> {
  const ticket = aTicket({ workType: RESPONSIBILITY_CHANGE.name, status: 'Draft' });
  const of = { transition: name, ticket, workType: RESPONSIBILITY_CHANGE, decisions: [] };
  return factsOf({ ...of, ...asked, subject: aMatrixSubject(change) });
}

describe('matrix sound', () => {
  const refusals = (change: MatrixChange | null) => matrixSound.refusals(changing('Submit', { change }));

  it('lets a whole draft of the newest version pass that has no errors', () => {
    expect(refusals(aMatrixChange())).toEqual([]);
  });

  it.each([
    ['without a draft', null],
    ['whose draft is being imported, or was left halfway', aMatrixChange({ isImporting: true })],
  ])('refuses a ticket %s', (_, change) => {
    expect(refusals(change)).toEqual([{ code: 'NO_DRAFT' }]);
  });

  it('refuses a draft that another version has overtaken', () => {
    expect(refusals(aMatrixChange({ newest: 2 }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: [], matrix: 'base' },
    ]);
  });

  it('refuses a draft with errors, and tells the first three', () => {
    const errors = ['One.', 'Two.', 'Three.', 'Four.'].map(error);
    expect(refusals(aMatrixChange({ errors }))).toEqual([
      { code: 'MATRIX_HAS_ERRORS', count: 4, first: ['One.', 'Two.', 'Three.'] },
    ]);
    expect(refusals(aMatrixChange({ errors: errors.slice(0, 1) }))).toEqual([
      { code: 'MATRIX_HAS_ERRORS', count: 1, first: ['One.'] },
    ]);
  });
});

describe('a submitted change of the matrix', () => {
  const ticket = aTicket({
    workType: RESPONSIBILITY_CHANGE.name,
    status: 'Awaiting approval',
    history: [anEntry(1, ENGINEER, moved('Draft', 'Awaiting approval'))],
  });
  const content = decidingContent(
    { ticket, workType: RESPONSIBILITY_CHANGE },
    { screen: NO_CHANGES, subject: aMatrixSubject(), service: null, files: [], pseudonymOf: asTheyAre },
  );
  const snapshot = aSnapshot(ticket, {
    contentHash: content.hash,
    decidingFields: content.fields,
    service: null,
    subject: { hash: 'hash-of-the-draft', base: 1, number: 2 },
  });
  const decisions = [aDecision(ticket, 'Submit', { snapshot })];
  const refusals = (overrides: Changing, gate: Gate<MatrixSubject> = frozen) =>
    gate.refusals(changing('Approve', { ticket, decisions, ...overrides }));

  it('passes as it was submitted, no matter who has a name on it', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ change: aMatrixChange({ authors: [CEO], errors: [error('Later.')] }) })).toEqual([]);
  });

  it.each([
    ['its rows', { hash: 'other' }],
    ['its number', { number: 3 }],
    ['the version it was begun from', { base: 0, newest: 0 }],
  ])('is refused when %s changed', (_, change) => {
    expect(refusals({ change: aMatrixChange(change) })).toEqual([
      { code: 'CONTENT_CHANGED', fields: [], submits: RESPONSIBILITY_CHANGE.submits },
    ]);
  });

  it('is refused when its draft is gone', () => {
    expect(refusals({ change: null })).toEqual([
      { code: 'CONTENT_CHANGED', fields: [], submits: RESPONSIBILITY_CHANGE.submits },
    ]);
  });

  it('is refused when another version was approved meanwhile', () => {
    expect(refusals({ change: aMatrixChange({ newest: 2 }) }, baseCurrent)).toEqual([
      { code: 'CONTENT_CHANGED', fields: [], matrix: 'base' },
    ]);
  });

  it('is refused by the field when its effective date changed', () => {
    const screen = { fields: { effectiveDate: '2026-04-01' }, appFields: [] };
    expect(refusals({ screen })).toEqual([{ code: 'CONTENT_CHANGED', fields: ['effectiveDate'] }]);
  });

  it('is refused when it was never permitted', () => {
    expect(refusals({ decisions: [] })).toEqual([{ code: 'CONTENT_CHANGED', fields: [] }]);
  });
});

describe('a decision about a change of the matrix', () => {
  it('keeps which draft it was about, and who approves it by the register', () => {
    const decision = decide(changing('Submit'));
    expect(decision).toMatchObject({
      ok: true,
      value: {
        holder: CEO,
        role: 'executive-owner',
        subject: { number: 2, base: 1, hash: 'hash-of-the-draft' },
      },
    });
    expect(decide(gateFacts())).not.toHaveProperty('value.subject');
  });

  it('is another record for another draft', () => {
    const record = (change: MatrixChange | null) => {
      const facts = changing('Reject', { change, at: minute(1) });
      return recordOf(facts, decide(facts)).id;
    };
    const errors = [error('One.')];
    const changes = [null, { hash: 'x' }, { base: 0 }, { newest: 3 }, { isImporting: true }, { errors }];
    const ids = changes.map(change => record(change && aMatrixChange(change)));
    expect(new Set([...ids, record(aMatrixChange())]).size).toBe(changes.length + 1);
  });
});
