import { z } from 'zod';
import type { FileError } from '../../contract/reply';
import type { CloudService } from '../../domain/responsibility/cloud-service';
import type { Column } from '../../domain/responsibility/diff';
import { DOMAINS } from '../../domain/responsibility/domains';
import { asWritten } from '../../domain/responsibility/formula';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import type { Role } from '../../domain/responsibility/role';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { rolesIn, writtenRow } from '../matrix/written-row';
import { readRegisterFile } from './register-file';
import { readLines } from './register-lines';

/** The columns of the file and the cells of a row that they hold. Source: the public contract, "Import files". */
export const FILE_COLUMNS = {
  id: 'id',
  domain: 'domain',
  activity: 'activity',
  service: 'service',
  party: 'party',
  accountable: 'accountable',
  responsible: 'responsible',
  consulted: 'consulted',
  informed: 'informed',
  customer_tasks: 'customerTasks',
  provider_tasks: 'providerTasks',
  policy: 'policy',
  procedure: 'procedure',
  system_of_record: 'systemOfRecord',
  evidence: 'evidence',
  contract_clause: 'contractClause',
  frequency: 'frequency',
} as const satisfies Record<string, Column | 'id'>;

const text = (length: number) => z.string().max(length, `Longer than ${String(length)} characters.`);
const required = (length: number) => text(length).min(1, 'This cell is empty.');
const role = text(64);
const roleList = (most: number) =>
  z
    .string()
    .transform(rolesIn)
    .pipe(z.array(role).max(most, `More than ${String(most)} roles.`));

const line = z.object({
  id: required(128),
  domain: z.enum(DOMAINS),
  activity: text(160),
  service: required(64),
  party: z.enum(['provider', 'customer', 'shared', 'third-party']),
  accountable: roleList(10),
  responsible: roleList(20),
  consulted: roleList(20),
  informed: roleList(20),
  customer_tasks: text(4_000),
  provider_tasks: text(4_000),
  policy: text(255),
  procedure: text(255),
  system_of_record: text(255),
  evidence: text(1_000),
  contract_clause: text(255),
  frequency: text(64),
} satisfies Record<keyof typeof FILE_COLUMNS, z.ZodType>);

/**
 * Reads the rows of a matrix from their file, or names every cell that cannot be read. What a row means is not asked
 * here: unknown roles and services, none or several accountable ones are findings on the draft.
 */
export function readResponsibilities(
  csv: string,
  roles: readonly Role[],
  services: readonly CloudService[],
): Result<DraftResponsibility[], FileError[]> {
  const file = readRegisterFile(csv, Object.keys(FILE_COLUMNS));
  if (!file.ok) return file;
  const byKey = withKeys(roles, services);
  const cells = file.value.map(fileLine => ({
    ...fileLine,
    cells: byKey(
      Object.fromEntries(
        Object.entries(fileLine.cells).map(([name, cell]) => [name, asWritten(cell).trim()]),
      ),
    ),
  }));
  // Databases differ in whether capital letters make another id: none may depend on it.
  const { read, errors } = readLines(cells, line, { of: ({ id }) => id.toLowerCase(), column: 'id' });
  if (errors.length > 0) return refuse(errors);
  return allow(read.map(({ value }) => writtenRow(rowOf(value), roles, services)));
}

/** Names can be longer than what a row keeps: they become keys before they are measured. */
function withKeys(roles: readonly Role[], services: readonly CloudService[]) {
  const roleKeys = new Map([
    ...roles.map(({ key, name }) => [name, key] as const),
    ...roles.map(({ key }) => [key, key] as const),
  ]);
  const serviceKeys = new Map([
    ...services.map(({ key }) => [key, key] as const),
    ...services.map(({ key, name }) => [name, key] as const),
  ]);
  return (cells: Record<string, string>): Record<string, string> => {
    const keys = (cell = '') =>
      rolesIn(cell)
        .map(written => roleKeys.get(written) ?? written)
        .join(';');
    const { accountable, responsible, consulted, informed, service = '' } = cells;
    return {
      ...cells,
      service: serviceKeys.get(service) ?? service,
      accountable: keys(accountable),
      responsible: keys(responsible),
      consulted: keys(consulted),
      informed: keys(informed),
    };
  };
}

function rowOf(cells: z.infer<typeof line>): DraftResponsibility {
  const { customer_tasks, provider_tasks, system_of_record, contract_clause, ...same } = cells;
  return {
    ...same,
    customerTasks: customer_tasks,
    providerTasks: provider_tasks,
    systemOfRecord: system_of_record,
    contractClause: contract_clause,
  };
}
