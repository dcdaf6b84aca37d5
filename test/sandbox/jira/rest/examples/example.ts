import type { Provisioned } from '../../admin/provisioned.ts';

/** A call that a provisioned site answers with the given status. */
export interface Example {
  /** After `/rest/api/3/`. */
  path: string;
  body?: unknown;
  status: number;
}

/** By method and path; the path without `/rest/api/3/`. */
export type Examples = Record<string, (ids: Provisioned) => Example>;
