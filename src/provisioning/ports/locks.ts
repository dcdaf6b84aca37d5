/** Claims that at most one holds at a time. */
export interface SetUpTurns {
  /** @returns false when somebody holds it, and then nothing has changed */
  claim(name: string): Promise<boolean>;
  /** Harmless when nobody holds it. */
  release(name: string): Promise<void>;
}
