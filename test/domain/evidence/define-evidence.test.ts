import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EVIDENCE_KINDS } from '../../../src/domain/work-types/evidence-kinds';
import { defineEvidence } from '../../../src/domain/evidence/define-evidence';
import { recordedInstant } from '../../../src/domain/evidence/facts';
import { NOW } from '../../support/builders/company';

const doorOpened = defineEvidence('door-opened', {
  version: 2,
  facts: z.strictObject({ door: z.string(), until: recordedInstant, reason: z.string() }),
  title: 'Door opened',
  subjectOf: ({ door }) => `door:${door}`,
  distinguishing: ({ until }) => ({ until }),
  describe: ({ facts: { reason }, actor }, { person }) => `${person(actor ?? 'no one')}: ${reason}`,
});
const facts = { door: '7', until: '2026-03-01', reason: 'A drill' };
const same = (account: string) => account;
const entry = doorOpened.entry({ at: NOW, actor: 'noor', facts }, same);
const names = { person: (account: string) => account.toUpperCase(), role: (key: string) => key };

describe('a kind of evidence', () => {
  it('makes an entry of its kind and version, about the subject that its facts name', () => {
    expect(entry).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: NOW,
      kind: 'door-opened',
      version: 2,
      actor: 'noor',
      subject: 'door:7',
      facts: { ...facts, until: '2026-03-01T00:00:00.000Z' },
    });
  });

  it('gives one id to what is told again, and another to what differs in what distinguishes it', () => {
    const idOf = (changed: Partial<typeof facts>) =>
      doorOpened.entry({ at: NOW, actor: null, facts: { ...facts, ...changed } }, same).id;
    expect(idOf({ reason: 'Another reason' })).toBe(entry.id);
    expect(idOf({ until: '2026-03-02' })).not.toBe(entry.id);
    expect(idOf({ door: '8' })).not.toBe(entry.id);
  });

  it.each<[string, object]>([
    ['a fact of another type', { ...facts, door: 7 }],
    ['an instant that is none', { ...facts, until: 'soon' }],
    ['a fact more', { ...facts, more: true }],
  ])('writes nothing that has %s', (_, wrong) => {
    expect(() => doorOpened.entry({ at: NOW, actor: null, facts: wrong as typeof facts }, same)).toThrow(
      z.ZodError,
    );
  });

  it('reads what it wrote, as it comes back from storage', () => {
    const stored: unknown = JSON.parse(JSON.stringify(entry));
    expect(doorOpened.read(stored as typeof entry)).toEqual(entry);
    expect(doorOpened.describe(entry, names)).toBe('NOOR: A drill');
  });

  it.each([
    ['another kind', { kind: 'door-closed' }],
    ['another version', { version: 1 }],
    ['other facts', { facts: { door: '7' } }],
  ])('reads nothing of an entry with %s', (_, other) => {
    expect(doorOpened.read({ ...entry, ...other })).toBeUndefined();
    expect(doorOpened.describe({ ...entry, ...other }, names)).toBeNull();
  });
});

describe('the kinds of evidence', () => {
  it.each(['kind', 'title'] as const)('have each a %s of its own', name => {
    expect(new Set(EVIDENCE_KINDS.map(known => known[name])).size).toBe(EVIDENCE_KINDS.length);
  });

  it('fit into the column that holds them', () => {
    expect(EVIDENCE_KINDS.filter(({ kind }) => !/^[a-z-]{1,32}$/.test(kind))).toEqual([]);
  });
});
