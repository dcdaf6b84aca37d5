import { stateEntry } from '../managed-resource';
import type { ProvisioningStep } from '../provisioning-step';

/** The entry in the state of the app's own account. */
export const APP_ACCOUNT = 'account of Remit';

/** The account that workflows name where Remit alone may move a ticket: it comes with the app, and is read. */
export const APP_ACCOUNT_STEP: ProvisioningStep = {
  key: 'app-account',
  title: 'Account of Remit',
  specification: () => APP_ACCOUNT,
  async plan({ site, state }) {
    stateEntry(state.resources, APP_ACCOUNT).set(await site.appAccount());
    return [];
  },
};
