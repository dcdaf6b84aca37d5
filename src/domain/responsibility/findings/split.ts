import { comparable, isBlank } from '../../shared/text';
import type { CloudService } from '../cloud-service';
import type { DraftResponsibility } from '../responsibility';
import { finding, type Finding } from './finding';
import { describing, type Describe } from './row-in-words';
import { say } from '../../shared/sentence';

/**
 * Splits that say nothing: a shared row without tasks on both sides, or one text for services of different models,
 * whose splits cannot be the same. Finds GENERIC_SPLIT.
 * Source: ISO/IEC 27017 CLD.6.3.1; requirement R4; mistakes N2, N8.
 */
export function splitFindings(
  rows: readonly DraftResponsibility[],
  services: readonly CloudService[],
): Finding[] {
  return [...oneSided(rows, describing(services)), ...copied(rows, services)];
}

function oneSided(rows: readonly DraftResponsibility[], describe: Describe): Finding[] {
  return rows
    .filter(row => row.party === 'shared' && (isBlank(row.customerTasks) || isBlank(row.providerTasks)))
    .map(row => {
      const side = isBlank(row.customerTasks) ? 'customer' : 'provider';
      return finding(
        'GENERIC_SPLIT',
        [row.id],
        say`${describe(row)} is shared, but the ${side} has no tasks. Write what each side does.`,
      );
    });
}

function copied(rows: readonly DraftResponsibility[], services: readonly CloudService[]): Finding[] {
  const model = new Map(services.map(service => [service.key, service.model]));
  const shared = rows.filter(
    row => row.party === 'shared' && model.has(row.service) && !isBlank(row.customerTasks),
  );
  const groups = Map.groupBy(
    shared,
    row => `${comparable(row.customerTasks)}\n${comparable(row.providerTasks)}`,
  );
  return [...groups.values()]
    .filter(group => new Set(group.map(row => model.get(row.service))).size > 1)
    .map(group => {
      const ids = group.map(({ id }) => id);
      const message = say`${ids} have the same text for services of different models. Write for each service what really differs.`;
      return finding('GENERIC_SPLIT', ids, message);
    });
}
