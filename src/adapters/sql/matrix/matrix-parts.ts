import { and, eq, inArray, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import { comparable } from '../../../domain/shared/text';
import type { DecisionRecords, RegistersAsOf } from '../../../ports/decisions';
import type { NamedInMatrix } from '../../../ports/matrix-versions';
import type { QuestionPart, RegisterPart } from '../decisions/decision-part';
import { isNamed, SERVICE_ASKED, type ServiceAsked } from '../services/service-part';
import { cloudServices } from '../services/service-table';
import { matrixVersionRecord, namedRecord, responsibilityRecord } from './matrix-records';
import { matrixVersions, responsibilities } from './matrix-tables';

const MATRIX = { name: 'matrix', table: matrixVersions, columns: { record: matrixVersions.record } };
const NAMED = { name: 'named', table: matrixVersions, columns: { named: matrixVersions.named } };
const ROW = { name: 'row', table: responsibilities, columns: { record: responsibilities.record } };

/** Which rows of the matrix are read: those that a decision can rest on, or all that hold for the service. */
export type RowsRead = 'that answer' | 'of every domain';

/** The version in force. */
export const matrixInForcePart: RegisterPart<Pick<RegistersAsOf, 'matrix'>> = {
  asks: {},
  selects: ({ at }) => [{ source: MATRIX, where: eq(matrixVersions.number, numberInForce(at)) }],
  read: found => {
    const [version] = found.rowsOf(MATRIX);
    return { matrix: version ? matrixVersionRecord.parse(version.record) : null };
  },
};

/** What the version in force names. */
export const matrixNamesPart: RegisterPart<{ named: NamedInMatrix }> = {
  asks: {},
  selects: ({ at }) => [{ source: NAMED, where: eq(matrixVersions.number, numberInForce(at)) }],
  read: found => {
    const [version] = found.rowsOf(NAMED);
    return { named: version ? namedRecord.parse(version.named) : { roles: [], services: [] } };
  },
};

/** The rows of the version in force that hold for the service, and those that hold for any. */
export function matrixRowsPart(
  read: RowsRead,
): QuestionPart<Pick<DecisionRecords, 'rows'>, 'domain' | 'activity' | ServiceAsked> {
  return {
    asks: {
      domain: ({ domain }) => domain,
      activity: ({ activity }) => comparable(activity),
      ...SERVICE_ASKED,
    },
    selects: asked => {
      const { matrixVersion, service } = responsibilities;
      const serviceKeys = sql`(select ${cloudServices.key} from ${cloudServices} where ${isNamed(asked)})`;
      const answers =
        read === 'that answer' ? isAbout(asked.each('domain'), asked.each('activity')) : undefined;
      const holds = or(eq(service, ANY_SERVICE), inArray(service, serviceKeys));
      return [{ source: ROW, where: and(eq(matrixVersion, numberInForce(asked.at)), holds, answers) }];
    },
    read: found => {
      const rows = found.rowsOf(ROW).map(({ record }) => responsibilityRecord.parse(record));
      return (question, named) => ({
        rows: rows.filter(
          ({ domain, service }) =>
            (read === 'of every domain' || domain === question.domain) &&
            (service === ANY_SERVICE || service === named?.key),
        ),
      });
    },
  };
}

/** The activities that are asked for, and the domains' defaults. */
function isAbout(domains: Placeholder[], activities: Placeholder[]): SQL | undefined {
  const { domain, activity } = responsibilities;
  return and(inArray(domain, domains), inArray(activity, [...activities, '']));
}

/** The number of the version in force: the latest start not after the instant, and of equals the higher number. */
function numberInForce(at: Placeholder): SQL {
  const { number, effectiveFrom } = matrixVersions;
  return sql`(select ${number} from ${matrixVersions} where ${effectiveFrom} <= ${at} order by ${number} desc limit 1)`;
}
