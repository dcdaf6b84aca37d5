import type { DecidedChange, MatrixChange, MatrixDraft } from '../../responsibility/matrix-change';
import type { MatrixVersion } from '../../responsibility/matrix-version';
import type { Subject } from '../../work-type/subject';

/** The draft of the matrix that a ticket puts up, as far as it was looked at. */
export interface MatrixSubject extends Subject {
  decided: DecidedChange | null;
  /** The draft that is bound to the ticket; null when none is. */
  draft: MatrixDraft | null;
  /** What the role is called that the draft would have approve matrices from then on; null where that stays. */
  nextApprover: string | null;
  /** What a gate has to know of it: read only for a decision, or the panel. */
  change: MatrixChange | null;
  /** The version that the ticket has brought about; null when it hasn't, or nothing was left to do about it. */
  version: MatrixVersion | null;
  /** The versions that there are; none where nothing was left to say about them. */
  versions: readonly MatrixVersion[];
}
