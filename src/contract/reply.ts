/** The answer of every resolver function. `code` is from a closed set per function; `message` is for people. */
export type Reply<T> = { ok: true; data: T } | Refused;

export interface Refused {
  ok: false;
  code: string;
  message: string;
  /** For `BAD_FILE`: every line that is wrong. The header is line 1. */
  errors?: FileError[];
}

export interface FileError {
  line: number;
  column: string;
  problem: string;
  allowed?: string[];
}
