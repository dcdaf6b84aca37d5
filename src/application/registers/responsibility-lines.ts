import { z } from 'zod';
import type { FileError } from '../../contract/reply';
import { typedText } from '../../contract/text';
import { findService, type CloudService } from '../../domain/responsibility/cloud-service';
import type { Column } from '../../domain/responsibility/diff';
import { DOMAINS, findDomain } from '../../domain/responsibility/domains';
import { asWritten } from '../../domain/responsibility/formula';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import { findRole, type Role } from '../../domain/responsibility/role';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { comparableId } from '../../domain/shared/text';
import { rolesIn, writtenRow } from '../matrix/written-row';
import { readRegisterFile } from './register-file';
import { readLines, requiredCell } from './register-lines';
import { say } from '../../domain/shared/sentence';

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

const roleList = (most: number) =>
  z
    .string()
    .transform(rolesIn)
    .pipe(z.array(typedText(64)).max(most, say`More than ${String(most)} roles.`));

/** The domain that the cell means; what means none is told as it is written. */
const asDomain = (cell: unknown) => (typeof cell === 'string' ? (findDomain(cell) ?? cell) : cell);

const line = z.object({
  id: requiredCell(128),
  domain: z.preprocess(asDomain, z.enum(DOMAINS)),
  activity: typedText(160),
  service: requiredCell(64),
  party: z.enum(['provider', 'customer', 'shared', 'third-party']),
  accountable: roleList(10),
  responsible: roleList(20),
  consulted: roleList(20),
  informed: roleList(20),
  customer_tasks: typedText(4_000),
  provider_tasks: typedText(4_000),
  policy: typedText(255),
  procedure: typedText(255),
  system_of_record: typedText(255),
  evidence: typedText(1_000),
  contract_clause: typedText(255),
  frequency: typedText(64),
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
  const { read, errors } = readLines(cells, line, { of: ({ id }) => comparableId(id), column: 'id' });
  if (errors.length > 0) return refuse(errors);
  return allow(read.map(({ value }) => writtenRow(rowOf(value), roles, services)));
}

/** Names can be longer than what a row keeps: they become keys before they are measured. */
function withKeys(roles: readonly Role[], services: readonly CloudService[]) {
  return (cells: Record<string, string>): Record<string, string> => {
    const keys = (cell = '') =>
      rolesIn(cell)
        .map(written => findRole(roles, written)?.key ?? written)
        .join(';');
    const { accountable, responsible, consulted, informed, service = '' } = cells;
    return {
      ...cells,
      service: findService(services, service)?.key ?? service,
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
