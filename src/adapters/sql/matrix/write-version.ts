import { eq } from 'drizzle-orm';
import type { MatrixVersion } from '../../../domain/responsibility/matrix-version';
import type { NamedInMatrix } from '../../../ports/matrix-versions';
import { insertOnce, type Database } from '../database';
import { matrixVersions } from './matrix-tables';
import { writeNamed } from './named-sets';

/** Makes the rows of that number a version: once, and the first one stays. What they name is written before it. */
export async function writeVersion(
  database: Database,
  version: MatrixVersion,
  named: NamedInMatrix,
): Promise<void> {
  const { number, effectiveFrom } = version;
  const exists = async () => {
    const found = await database
      .select({ number: matrixVersions.number })
      .from(matrixVersions)
      .where(eq(matrixVersions.number, number));
    return found.length > 0;
  };
  const namedSet = await writeNamed(database, named);
  await insertOnce(
    () => database.insert(matrixVersions).values({ number, effectiveFrom, record: version, namedSet }),
    exists,
  );
}
