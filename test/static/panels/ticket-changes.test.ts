import { describe, expect, it } from '@jest/globals';
import { heardEarly } from '../../../static/src/panels/responsibility/ticket-changes';

/** A ticket whose changes are heard early, and that changes when it is told to. */
function aTicket() {
  let change = () => {};
  const changes = heardEarly(changed => {
    change = changed;
  });
  return {
    ...changes,
    change: () => {
      change();
    },
  };
}

describe('the changes of a ticket', () => {
  it('are told as they come', () => {
    const ticket = aTicket();
    let told = 0;
    ticket.listen(() => (told += 1));
    expect(told).toBe(0);
    ticket.change();
    ticket.change();
    expect(told).toBe(2);
  });

  it('that come before anyone listens are told to who does, once', () => {
    const ticket = aTicket();
    ticket.change();
    ticket.change();
    let told = 0;
    const end = ticket.listen(() => (told += 1));
    expect(told).toBe(1);
    end();
    ticket.listen(() => (told += 1));
    expect(told).toBe(1);
  });

  it('are told to no one who has ended listening, and then to anyone who listens next', () => {
    const ticket = aTicket();
    let [before, after] = [0, 0];
    ticket.listen(() => (before += 1))();
    ticket.change();
    ticket.listen(() => (after += 1));
    expect([before, after]).toEqual([0, 1]);
  });
});
