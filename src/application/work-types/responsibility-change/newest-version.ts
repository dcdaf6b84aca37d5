import type { MatrixVersion } from '../../../domain/responsibility/matrix-version';
import type { MatrixVersions } from '../../../ports/matrix-versions';

/** The number of the newest version of the matrix; 0 when there is none. */
export async function newestVersion({ list }: Pick<MatrixVersions, 'list'>): Promise<number> {
  return newestOf(await list());
}

/** The same of versions that are known. */
export function newestOf(versions: readonly Pick<MatrixVersion, 'number'>[]): number {
  return Math.max(0, ...versions.map(({ number }) => number));
}
