import type { Place } from '../api/place';

/** What a part of Remit's page is given: where the reader is, and the way elsewhere. */
export interface TabProps {
  place: Place;
  go: (to: string) => void;
}
