import { everyContract } from './every-contract.ts';
import { openMemoryStore } from './memory-store.ts';

everyContract(openMemoryStore);
