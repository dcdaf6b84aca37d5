import { everyContract } from '../../ports/every-contract.ts';
import { openSqlStore } from './sql-store.ts';

everyContract(openSqlStore);
