import { describe, expect, it } from '@jest/globals';
import { evidenceId, ticketSubject } from '../../../src/domain/evidence/evidence-entry';

describe('evidenceId', () => {
  const id = evidenceId('routed', ticketSubject('10001'), { change: '7', by: 'event' });

  it('is the same for the same fact, however its details are ordered', () => {
    expect(evidenceId('routed', 'ticket:10001', { by: 'event', change: '7' })).toBe(id);
  });

  it.each([
    ['another kind', evidenceId('routing-refused', 'ticket:10001', { change: '7', by: 'event' })],
    ['another ticket', evidenceId('routed', ticketSubject('10002'), { change: '7', by: 'event' })],
    ['another detail', evidenceId('routed', 'ticket:10001', { change: '8', by: 'event' })],
  ])('is another for %s', (_, other) => {
    expect(other).not.toBe(id);
  });
});
