/**
 * Forge's limits as the host applies them. Times are milliseconds, sizes bytes.
 * Source: Forge, "Invocation limits", "Async events limits", "Forge SQL: limitations", "KVS limits".
 */
export interface HostLimits {
  /** Resolvers, validators and triggers. */
  interactiveMs: number;
  /** Queue consumers and scheduled triggers whose function sets no `timeoutSeconds`. */
  backgroundMs: number;
  memoryMb: number;
  requestBytes: number;
  responseBytes: number;
  logLinesPerMinute: number;
  logBytes: number;
  sqlDmlPerSecond: number;
  sqlDdlPerMinute: number;
}

export const FORGE_LIMITS: HostLimits = {
  interactiveMs: 25_000,
  backgroundMs: 55_000,
  memoryMb: 512,
  requestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  logLinesPerMinute: 100,
  logBytes: 200 * 1024,
  sqlDmlPerSecond: 150,
  sqlDdlPerMinute: 25,
};
