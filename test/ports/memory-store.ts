import { noFaults } from '../support/fakes/faults';
import { memoryCloudAccounts } from '../support/fakes/memory-cloud-accounts';
import { memoryDecisions } from '../support/fakes/memory-decisions';
import { memoryLedger } from '../support/fakes/memory-ledger';
import { memoryMatrix } from '../support/fakes/memory-matrix';
import { memoryObligations } from '../support/fakes/memory-obligations';
import { memoryPeople } from '../support/fakes/memory-people';
import { memoryRefusals } from '../support/fakes/memory-refusals';
import { memoryRoles, memoryServices } from '../support/fakes/memory-roles';
import { memorySettings } from '../support/fakes/memory-settings';
import { memoryUploadChunks } from '../support/fakes/memory-upload-chunks';
import { memoryRegisters } from '../support/fakes/register-contents';
import type { OpenStore, StoredPorts } from './ports-under-test.ts';

/** The fakes of the tests. */
export const openMemoryStore: OpenStore = () =>
  Promise.resolve({ empty: () => Promise.resolve(emptyFakes()), close: () => Promise.resolve() });

function emptyFakes(): StoredPorts {
  const faults = noFaults();
  const ledger = memoryLedger(faults);
  const people = memoryPeople(ledger, faults);
  const cloudAccounts = memoryCloudAccounts(faults);
  const obligations = memoryObligations(faults);
  const registers = memoryRegisters({ roles: [], services: [], holders: [], versions: [] });
  return {
    roles: memoryRoles(registers, faults),
    services: memoryServices(registers, faults),
    ...memoryMatrix(registers, faults),
    settings: memorySettings(ledger, faults),
    decisions: memoryDecisions(registers, ledger, cloudAccounts, people, faults, obligations),
    cloudAccounts,
    obligations,
    refusals: memoryRefusals(faults),
    ledger,
    people,
    chunks: memoryUploadChunks(faults),
  };
}
