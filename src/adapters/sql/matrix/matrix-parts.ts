import { and, eq, inArray, or, sql, type Column, type Placeholder, type SQL } from 'drizzle-orm';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import { comparable } from '../../../domain/shared/text';
import type { DecisionRecords, RegistersAsOf } from '../../../ports/decisions';
import type { NamedInMatrix } from '../../../ports/matrix-versions';
import type { Part, QuestionPart, RegisterPart } from '../decisions/decision-part';
import { isNamed, SERVICE_ASKED } from '../services/service-part';
import { cloudServices } from '../services/service-table';
import { matrixVersionRecord, responsibilityRecord } from './matrix-records';
import { matrixNamed, matrixVersions, responsibilities } from './matrix-tables';
import { namedOf } from './named-sets';

const MATRIX = { name: 'matrix', table: matrixVersions, columns: { record: matrixVersions.record } };
const NAMED = {
  name: 'named',
  table: matrixNamed,
  columns: { kind: matrixNamed.kind, record: matrixNamed.record },
};
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
  selects: ({ at }) => [{ source: NAMED, where: eq(matrixNamed.namedSet, namedInForce(at)) }],
  read: found => ({ named: namedOf(found.rowsOf(NAMED)) }),
};

/** The roles that the version in force names, and those services that the questions may mean. */
export const namedAskedPart: Part<'service'> & Pick<typeof matrixNamesPart, 'read'> = {
  asks: SERVICE_ASKED,
  selects: asked => {
    const { namedSet, kind } = matrixNamed;
    const wanted = or(eq(kind, 'role'), isServiceMeant(asked.each('service')));
    return [{ source: NAMED, where: and(eq(namedSet, namedInForce(asked.at)), wanted) }];
  },
  read: matrixNamesPart.read,
};

/** Of what versions name: the services called so there, and those that the register calls so now. */
function isServiceMeant(services: Placeholder[]): SQL | undefined {
  const { kind, key, name } = matrixNamed;
  const called = sql`(select ${cloudServices.key} from ${cloudServices} where ${isNamed(services)})`;
  return and(eq(kind, 'service'), or(inArray(name, services), inArray(key, services), inArray(key, called)));
}

/** The rows of the version in force that hold for the service, and those that hold for any. */
export function matrixRowsPart(
  read: RowsRead,
): QuestionPart<Pick<DecisionRecords, 'rows'>, 'domain' | 'activity' | 'service'> {
  return {
    asks: {
      domain: ({ domain }) => domain,
      activity: ({ activity }) => comparable(activity),
      ...SERVICE_ASKED,
    },
    selects: asked => {
      const { matrixVersion, service } = responsibilities;
      const meant = and(
        eq(matrixNamed.namedSet, namedInForce(asked.at)),
        isServiceMeant(asked.each('service')),
      );
      const serviceKeys = sql`(select ${matrixNamed.key} from ${matrixNamed} where ${meant})`;
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

/** The number of the version in force: the highest of those that have begun. */
function numberInForce(at: Placeholder): SQL {
  return ofVersionInForce(matrixVersions.number, at);
}

/** The set of what it names. */
function namedInForce(at: Placeholder): SQL {
  return ofVersionInForce(matrixVersions.namedSet, at);
}

function ofVersionInForce(column: Column, at: Placeholder): SQL {
  const { number, effectiveFrom } = matrixVersions;
  return sql`(select ${column} from ${matrixVersions} where ${effectiveFrom} <= ${at} order by ${number} desc limit 1)`;
}
