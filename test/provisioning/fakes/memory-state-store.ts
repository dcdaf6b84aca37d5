import {
  emptyState,
  type ProvisioningState,
  type StateStore,
} from '../../../src/provisioning/ports/state-store';
import { Writes } from './jira-site/fake-writes';

/** The state in memory. A write can be cut before it takes effect, or after. */
export function memoryStateStore(writes = new Writes()): StateStore & { current(): ProvisioningState } {
  let state = emptyState();
  return {
    current: () => state,
    read: () => Promise.resolve(structuredClone(state)),
    write: next => writes.through('write state', () => void (state = structuredClone(next))),
  };
}
