import { isSameAccount, type CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import type { CloudAccounts } from '../../../src/ports/cloud-accounts';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';

export interface MemoryCloudAccounts extends CloudAccounts {
  all(): readonly CloudAccount[];
}

/** The register of cloud accounts, with one entry at most for each provider and account id. */
export function memoryCloudAccounts(faults: Faults): MemoryCloudAccounts {
  let accounts: CloudAccount[] = [];
  const isSame = isSameAccount;
  return {
    all: () => accounts,
    reserve: (entry, lapsedBefore, held) =>
      faults.write('reserve', () => {
        const there = accounts.find(account => isSame(account, entry));
        const isLapsed = there?.status === 'reserved' && there.reservedAt < lapsedBefore;
        if (there && there.ticket !== entry.ticket && !isLapsed) return 'taken';
        const others = accounts.filter(
          account =>
            !isSame(account, entry) &&
            !(account.status === 'reserved' && held.some(other => isSame(account, other))),
        );
        accounts = [...others, there?.status === 'active' ? there : entry];
        return 'reserved';
      }),
    confirm: (ticket, accountId, at, held) =>
      faults.write('confirm', () => {
        const ours = accounts.filter(account => account.ticket === ticket);
        if (ours.some(account => account.accountId === accountId && account.status === 'active'))
          return 'already';
        const reservations = ours.filter(({ status }) => status === 'reserved');
        const reserved = reservations.find(account => account.accountId === accountId) ?? reservations[0];
        const entry = reserved && { ...reserved, accountId, status: 'active' as const, registeredAt: at };
        if (!entry || accounts.some(account => isSame(account, entry) && account.ticket !== ticket))
          return 'absent';
        const others = accounts.filter(
          account => account !== reserved && !held.some(other => isSame(account, other)),
        );
        accounts = [...others, entry];
        return 'registered';
      }),
    ofTicket: ticket =>
      faults.read('account of ticket', () =>
        accounts.find(account => account.ticket === ticket && account.status === 'active'),
      ),
    ofTickets: tickets =>
      faults.read('accounts of tickets', () =>
        accounts.filter(({ ticket, status }) => tickets.includes(ticket) && status === 'active'),
      ),
    changeOwner: (changed, owner) =>
      faults.write('change owner', () => {
        accounts = accounts.map(account =>
          isSame(account, changed) && account.ticket === changed.ticket && account.status === 'active'
            ? { ...account, owner }
            : account,
        );
      }),
    list: () =>
      faults.read('list accounts', () =>
        inOrderOf(accounts, ({ provider, accountId }) => [provider, accountId]),
      ),
  };
}
