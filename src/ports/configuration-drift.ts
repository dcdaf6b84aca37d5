/** Where the site's configuration differs from what set-up applied. */
export interface ConfigurationDrift {
  /** What would repair the drift on record; empty when there is none. There must be a ledger. */
  repairsOnRecord(): Promise<string[]>;
}
