import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { OpenStore, StoredPorts, StoreUnderTest } from '../ports-under-test.ts';

/** Gives each test of the surrounding `describe` an empty store. @returns its ports, once the test runs */
export function useStore(open: OpenStore): () => StoredPorts {
  let store: StoreUnderTest;
  let ports: StoredPorts;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    ports = await store.empty();
  });
  afterAll(() => store.close());
  return () => ports;
}
