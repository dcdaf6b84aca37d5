import type { Settings } from '../domain/settings/settings';

/** The settings of the site. They change by a new `settings-changed` entry in the ledger. */
export interface StoredSettings {
  /** The facts of the newest `settings-changed` entry, or the defaults. */
  current(): Promise<Settings>;
}
