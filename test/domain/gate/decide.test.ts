import { describe, expect, it } from '@jest/globals';
import { decide, refusalsOf } from '../../../src/domain/gate/decide';
import type { Gate } from '../../../src/domain/gate/gate';
import { storyOf } from '../../../src/domain/ticket/story';
import { excludedPeople } from '../../../src/domain/ticket/excluded-people';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { FieldName } from '../../../src/domain/work-type/fields';
import type { TransitionName } from '../../../src/domain/work-type/work-type';
import { anyCompany, anyScreen, anyTicket } from '../../support/builders/arbitraries';
import { CISO, CLOUD, everybodyBut, SECOPS } from '../../support/builders/company';
import { anAllocation } from '../../support/builders/matrix';
import {
  aSnapshot,
  aSubmittedTicket,
  aTicket,
  gateFacts,
  theTransition,
} from '../../support/builders/ticket';
import fc from 'fast-check';

const GATED: TransitionName[] = ['Submit', 'Approve', 'Provision'];

describe('decide', () => {
  it.each(GATED)('allows %s for a ticket that has everything', transition => {
    expect(decide(gateFacts({ transition }))).toMatchObject({ ok: true });
  });

  it('keeps a snapshot of what held when it allowed', () => {
    const facts = gateFacts({ transition: 'Approve' });
    expect(decide(facts)).toEqual({ ok: true, value: aSnapshot(facts.story.ticket) });
  });

  it('keeps what the ticket will be after its screen, with the person who would decide it then', () => {
    const fields = { accountOwner: CLOUD, environment: 'Sandbox' };
    const decision = decide(gateFacts({ screen: { fields, appFields: [] } }));
    expect(decision).toMatchObject({
      value: { decidingFields: { ...fields, securityContact: SECOPS }, holder: CISO, decidedBy: 'deputy' },
    });
    const asked = aTicket({ fields });
    expect(decision).toMatchObject({ value: { contentHash: aSnapshot(asked).contentHash } });
  });

  it('names no one in a snapshot of a ticket that has no route', () => {
    const facts = gateFacts({ transition: 'Rework', allocation: anAllocation({ matrix: null }) });
    expect(decide(facts)).toEqual({
      ok: true,
      value: aSnapshot(facts.story.ticket, {
        matrixVersion: null,
        matrixHash: null,
        responsibility: null,
        role: null,
        roleName: null,
        holder: null,
        decidedBy: null,
      }),
    });
  });

  it('refuses with everything that is missing, in the order in which a person would fix it', () => {
    const ticket = aTicket({ fields: { environment: null, accountOwner: null, securityContact: null } });
    const facts = gateFacts({ ticket, allocation: anAllocation({ rows: [] }) });
    const codes = ['FIELD_MISSING', 'OWNER_NOT_NAMED', 'SECURITY_CONTACT_NOT_NAMED', 'NO_RESPONSIBILITY'];
    expect(refusalsOf(facts).map(({ code }) => code)).toEqual(codes);
    expect(decide(facts)).toEqual({ ok: false, refusal: refusalsOf(facts) });
  });

  describe('what two gates miss', () => {
    const missing = (...fields: FieldName[]): Gate => ({
      name: 'any',
      checks: 'Anything.',
      refusals: () => [{ code: 'FIELD_MISSING', fields }],
    });
    const refused = (...gates: Gate[]) =>
      refusalsOf({ ...gateFacts(), transition: { ...theTransition('Submit'), gates } });

    it('is asked for once, by the first', () => {
      const both = missing('cloudService', 'environment');
      expect(refused(both, missing('cloudService'))).toEqual(refused(both));
      expect(refused(missing('cloudService'), missing('environment'))).toHaveLength(2);
    });

    it('is asked for by the second as well where that misses more', () => {
      const more = missing('cloudService', 'environment');
      expect(refused(missing('cloudService'), more)).toEqual([
        { code: 'FIELD_MISSING', fields: ['cloudService'] },
        { code: 'FIELD_MISSING', fields: ['cloudService', 'environment'] },
      ]);
    });

    it('keeps no other refusal back', () => {
      const ticket = aTicket({ fields: { cloudService: null, accountOwner: null } });
      expect(refusalsOf(gateFacts({ ticket })).map(({ code }) => code)).toEqual([
        'FIELD_MISSING',
        'OWNER_NOT_NAMED',
      ]);
    });
  });

  type Asked = Omit<NonNullable<Parameters<typeof gateFacts>[0]>, 'transition'>;
  const lone = ({ name }: Gate): Asked => {
    const { ticket, decisions } = aSubmittedTicket();
    const facts: Record<string, Asked> = {
      'app fields intact': { screen: { fields: {}, appFields: ['accountable'] } },
      complete: { ticket: aTicket({ fields: { environment: null } }) },
      'owner named': { ticket: aTicket({ fields: { accountOwner: null } }) },
      routed: { allocation: anAllocation({ matrix: null }) },
      'route current': { allocation: anAllocation({ accounts: everybodyBut(CLOUD) }) },
      frozen: { ticket: { ...ticket, fields: { ...ticket.fields, environment: 'Sandbox' } }, decisions },
      approved: { decisions: [] },
      'account recorded': { ticket: aTicket({ fields: { accountId: null } }) },
    };
    return facts[name] ?? {};
  };
  const all = GATED.flatMap(name => theTransition(name).gates.map(gate => [name, gate.name, gate] as const));
  it.each(all)('%s is refused by its gate "%s"', (name, _, gate) => {
    const withIt = gateFacts({ transition: name, ...lone(gate) });
    expect(withIt.transition.name).toBe(name);
    const only = { ...withIt, transition: { ...withIt.transition, gates: [gate] } };
    expect(decide(only).ok).toBe(false);
    expect(decide({ ...only, transition: { ...only.transition, gates: [] } }).ok).toBe(true);
  });

  it('lets no one approve what they are involved in, for any company, ticket and screen', () => {
    fc.assert(
      fc.property(anyCompany, anyTicket, anyScreen, ({ allocation }, ticket, screen) => {
        for (const transition of GATED) {
          const decision = decide(gateFacts({ transition, ticket, screen, allocation }));
          const holder = decision.ok ? decision.value.holder : null;
          if (holder !== null)
            expect(excludedPeople(storyOf(ticket, CLOUD_ACCOUNT_REQUEST, []), screen).has(holder)).toBe(
              false,
            );
        }
      }),
      { numRuns: 150 },
    );
  });
});
