import type { RoleHolder } from '../../../src/domain/responsibility/role';
import type { Roles } from '../../../src/ports/roles';
import type { Services } from '../../../src/ports/services';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';
import type { MemoryRegisters } from './register-contents';

export function memoryRoles(registers: MemoryRegisters, faults: Faults): Roles {
  return {
    list: () => faults.read('roles', () => inOrderOf(registers.contents.roles, ({ key }) => [key])),
    put: values =>
      faults.write('put roles', () => {
        registers.change(({ roles }) => ({ roles: values.reduce(putByKey, roles) }));
      }),
    holders: () =>
      faults.read('holders', () =>
        inOrderOf(registers.contents.holders, ({ role, from, accountId, capacity }) => [
          role,
          from,
          accountId,
          capacity,
        ]),
      ),
    openPeriods: begun =>
      faults.write('open periods', () => {
        registers.change(({ holders }) => {
          const absent = begun.filter(holder => !holders.some(held => isSamePeriod(held, holder)));
          return { holders: [...holders, ...absent] };
        });
      }),
    closePeriods: closings =>
      faults.write('close periods', () => {
        const endOf = (held: RoleHolder) =>
          closings.find(({ period, to }) => isSamePeriod(held, period) && (held.to === null || held.to > to));
        registers.change(({ holders }) => ({
          holders: holders.map(held => ({ ...held, to: endOf(held)?.to ?? held.to })),
        }));
      }),
  };
}

export function memoryServices(registers: MemoryRegisters, faults: Faults): Services {
  return {
    list: () => faults.read('services', () => inOrderOf(registers.contents.services, ({ key }) => [key])),
    put: values =>
      faults.write('put services', () => {
        registers.change(({ services }) => ({ services: values.reduce(putByKey, services) }));
      }),
  };
}

function putByKey<T extends { key: string }>(values: readonly T[], value: T): readonly T[] {
  return [...values.filter(({ key }) => key !== value.key), value];
}

function isSamePeriod(one: Omit<RoleHolder, 'to'>, other: Omit<RoleHolder, 'to'>): boolean {
  return (
    one.role === other.role &&
    one.accountId === other.accountId &&
    one.capacity === other.capacity &&
    one.from === other.from
  );
}
