import { stillToCome, supersededBy, type MatrixVersion } from '../../responsibility/matrix-version';
import { momentInWords } from '../../shared/date-in-words';
import { toInstant, type Instant } from '../../shared/instant';
import { listed, say } from '../../shared/sentence';
import type { CommentParagraph } from '../../ticket/comment';

/**
 * What approving a change would mean for versions that were approved and are still to come; none when there is none.
 * @param effectiveDate - the day from which the change is meant to hold, `YYYY-MM-DD`; null for at once
 * Source: domain rules, "Matrix version": once a later version holds, no earlier one comes back.
 */
export function supersedingInWords(
  effectiveDate: string | null,
  versions: readonly MatrixVersion[],
  at: Instant,
): string[] {
  const wanted = effectiveDate === null ? at : toInstant(effectiveDate);
  const effectiveFrom = wanted > at ? wanted : at;
  return stillToCome(versions, at).map(({ number, effectiveFrom: from }) => {
    const toCome = say`Matrix v${number} is approved and will be in force from ${momentInWords(from)}.`;
    return effectiveFrom <= from
      ? say`${toCome} If this change is approved, v${number} will never be in force.`
      : say`${toCome} If this change is approved, v${number} will be in force only until ${momentInWords(effectiveFrom)}.`;
  });
}

/** Says on the ticket what was superseded by its approval. */
export function supersededComment(
  version: MatrixVersion,
  versions: readonly MatrixVersion[],
): CommentParagraph[] {
  const superseded = supersededBy(version, versions).map(({ number }) => `v${String(number)}`);
  if (superseded.length === 0) return [];
  return [
    [say`Because of it, matrix ${listed(superseded)}, which was still to come, will never be in force.`],
  ];
}
