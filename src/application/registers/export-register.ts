import type { RegisterExported } from '../../contract/registers';
import { dayOf } from '../../domain/shared/instant';
import type { Registers } from '../../ports/registers';
import { csvOf } from '../files/write-csv';
import { holderLine, roleLine, serviceLine } from './register-lines';

export type ExportableRegister = 'roles' | 'holders' | 'services';

/**
 * A whole register as CSV that can be imported again: nothing is lost, and nothing in it is what a spreadsheet takes
 * for a formula. Holders are named by their account ids: those do not change, and a site may hide addresses.
 * Source: the public contract, "Import files".
 */
export async function exportRegister(
  registers: Registers,
  dataset: ExportableRegister,
): Promise<RegisterExported> {
  const { columns, lines } = await READERS[dataset](registers);
  const cells = lines.map(line => columns.map(column => line[column] ?? ''));
  return { fileName: `${dataset}.csv`, csv: csvOf([columns, ...cells]) };
}

interface RegisterTable {
  columns: string[];
  /** Cells by column. */
  lines: Record<string, string>[];
}

const READERS: Record<ExportableRegister, (registers: Registers) => Promise<RegisterTable>> = {
  roles: async registers => ({
    columns: Object.keys(roleLine.shape),
    lines: (await registers.roles()).map(role => ({ ...role })),
  }),
  services: async registers => ({
    columns: Object.keys(serviceLine.shape),
    lines: (await registers.services()).map(service => ({
      ...service,
      material: service.material ? 'yes' : 'no',
    })),
  }),
  holders: async registers => ({
    columns: Object.keys(holderLine.shape),
    lines: (await registers.holders()).map(({ role, accountId, capacity, from, to }) => ({
      role,
      email: accountId,
      capacity,
      from: dayOf(from),
      to: to === null ? '' : dayOf(to),
    })),
  }),
};
