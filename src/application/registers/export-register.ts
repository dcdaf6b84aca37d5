import type { RegisterExported } from '../../contract/registers';
import { dayOf } from '../../domain/shared/instant';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';
import { csvOf } from '../files/write-csv';
import { holderLine, roleLine, serviceLine } from './register-lines';

export interface ExportRegisterPorts {
  roles: Roles;
  services: Services;
}

export type ExportableRegister = 'roles' | 'holders' | 'services';

/**
 * A whole register as CSV that can be imported again: nothing is lost, and nothing in it is what a spreadsheet takes
 * for a formula. Holders are named by their account ids: those do not change, and a site may hide addresses.
 * Source: the public contract, "Import files".
 */
export async function exportRegister(
  ports: ExportRegisterPorts,
  dataset: ExportableRegister,
): Promise<RegisterExported> {
  const { columns, lines } = await READERS[dataset](ports);
  const cells = lines.map(line => columns.map(column => line[column] ?? ''));
  return { fileName: `${dataset}.csv`, csv: csvOf([columns, ...cells]) };
}

interface RegisterTable {
  columns: string[];
  /** Cells by column. */
  lines: Record<string, string>[];
}

const READERS: Record<ExportableRegister, (ports: ExportRegisterPorts) => Promise<RegisterTable>> = {
  roles: async ({ roles }) => ({
    columns: Object.keys(roleLine.shape),
    lines: (await roles.list()).map(role => ({ ...role })),
  }),
  services: async ({ services }) => ({
    columns: Object.keys(serviceLine.shape),
    lines: (await services.list()).map(service => ({
      ...service,
      material: service.material ? 'yes' : 'no',
    })),
  }),
  holders: async ({ roles }) => ({
    columns: Object.keys(holderLine.shape),
    lines: (await roles.holders()).map(({ role, accountId, capacity, from, to }) => ({
      role,
      email: accountId,
      capacity,
      from: dayOf(from),
      to: to === null ? '' : dayOf(to),
    })),
  }),
};
