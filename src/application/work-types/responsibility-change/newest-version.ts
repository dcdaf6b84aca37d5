import type { MatrixVersions } from '../../../ports/matrix-versions';

/** The number of the newest version of the matrix; 0 when there is none. */
export async function newestVersion({ list }: Pick<MatrixVersions, 'list'>): Promise<number> {
  return Math.max(0, ...(await list()).map(({ number }) => number));
}
