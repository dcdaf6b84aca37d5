import type { CloudAccount } from '../../cloud-account/cloud-account';
import type { CloudService } from '../../responsibility/cloud-service';
import type { Route } from '../../responsibility/route';
import type { Accounts } from '../../shared/account';
import type { Subject } from '../../work-type/subject';
import type { OwnerEdit } from './ownership';

/** The account that a ticket asks for, or has brought into the register. */
export interface AccountSubject extends Subject {
  decided: null;
  /** The ticket's service; null when the register has no such service. */
  service: CloudService | null;
  /** Who has this account id with the provider, whichever ticket it is. */
  namesake: CloudAccount | null;
  /** What the ticket has reserved, and no transition has confirmed. */
  reservations: readonly CloudAccount[];
  /** What the ticket brought into the register; null when it brought nothing. */
  registered: RegisteredAccount | null;
}

/** An entry of the register with what keeping it in step with its ticket takes. */
export interface RegisteredAccount {
  account: CloudAccount;
  /** The owner the ticket names and the register doesn't; absent when they agree. */
  edit?: OwnerEdit;
  /** Who decided when that edit was made; null when no one could. */
  decidedThen: Route | null;
  /** Who decides now. */
  decidesNow: Route | null;
  /** Of the owner and everyone in the edit and the routes. */
  accounts: Accounts;
}
