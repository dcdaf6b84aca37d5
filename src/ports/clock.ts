import type { Instant } from '../domain/shared/instant';

/** The time of the world outside; the domain only ever gets instants. */
export interface Clock {
  now(): Instant;
}
