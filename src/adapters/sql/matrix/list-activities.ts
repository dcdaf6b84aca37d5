import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { ListedActivity } from '../../../domain/responsibility/owner-search/best-owners';
import { WEIGHTS, type SoughtWord } from '../../../domain/responsibility/owner-search/owner-score';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import type { ActivityQuery } from '../../../ports/matrix-versions';
import { readingBy } from '../database';
import { responsibilities } from './matrix-tables';
import { AFTER_ACTIVITY, AFTER_ROLE } from './row-columns';

const listed: z.ZodType<ListedActivity> = z.object({
  domain: z.string(),
  activity: z.string(),
  row: z.string(),
  most: z.coerce.number(),
});

const COMMA = sql`, `;
const column = (name: string) => sql`${sql.identifier(name)}`;
const DOMAIN = column('domain');
const ACTIVITY = column('activity');
const ROW = column('row');
const MOST = column('most');
const ACCOUNTABLE = column('accountable');
const SERVICE = column('service_key');
const ACTIVITY_ENDS = column('activity_ends');
const ROLE_ENDS = column('role_ends');
/** Where the words of a row have that word first; 0 when they have it nowhere. */
const foundAt = (nth: number) => column(`found_${String(nth)}`);

/**
 * The activities of a version that can answer, best first. A row is read three times, ever shorter: where it has the
 * words; what these count at most, and whether it is the first of its activity; and whether it is among the best.
 */
export async function listActivities(number: number, query: ActivityQuery): Promise<ListedActivity[]> {
  const { words, services, after, limit } = query;
  const counted = [
    DOMAIN,
    ACTIVITY,
    sql`${column('id')} as ${ROW}`,
    sql`${mostOf(words)} as ${MOST}`,
    sql`row_number() over (partition by ${DOMAIN}, ${ACTIVITY} order by ${SERVICE}, ${column('id')}) as place`,
    sql`${answersFor(services)} as answers`,
  ];
  const isWanted = and(
    sql`place = 1 and answers = 1`,
    words.length === 0 ? undefined : sql`${MOST} > 0`,
    after && isAfter(after),
  );
  const found = sql`(${foundIn(number, words)}) as found`;
  const ranked = sql`(select ${sql.join(counted, COMMA)} from ${found}) as ranked`;
  const shown = sql.join([DOMAIN, ACTIVITY, ROW, MOST], COMMA);
  const order = sql`${MOST} desc, ${ACTIVITY}, ${DOMAIN}`;
  const best = sql`select ${shown} from ${ranked} where ${isWanted} order by ${order} limit ${limit}`;
  return readingBy(best, listed)({});
}

function foundIn(number: number, words: readonly SoughtWord[]): SQL {
  const { matrixVersion, id, domain, activity, service, accountable, words: text } = responsibilities;
  const columns = [
    ...[id, domain, service, accountable].map(own => sql`${own} as ${sql.identifier(own.name)}`),
    sql`${activity} as ${ACTIVITY}`,
    sql`instr(${text}, ${AFTER_ACTIVITY}) as ${ACTIVITY_ENDS}`,
    sql`instr(${text}, ${AFTER_ROLE}) as ${ROLE_ENDS}`,
    ...words.map((word, nth) => sql`instr(${text}, ${word.contained}) as ${foundAt(nth)}`),
  ];
  return sql`select ${sql.join(columns, COMMA)} from ${responsibilities} where ${eq(matrixVersion, number)}`;
}

/** The highest score that a row can have: its words may only begin as those do that are sought. */
function mostOf(words: readonly SoughtWord[]): SQL {
  if (words.length === 0) return sql`0`;
  const weights = words.map(({ domains, roles }, nth) => {
    const isBefore = (end: SQL) => sql`(${foundAt(nth)} > 0 and ${foundAt(nth)} < ${end})`;
    const places: [number, SQL | undefined][] = [
      [WEIGHTS.activity, isBefore(ACTIVITY_ENDS)],
      [WEIGHTS.domain, domains.length === 0 ? undefined : inArray(DOMAIN, [...domains])],
      [WEIGHTS.role, roles.length === 0 ? undefined : inArray(ACCOUNTABLE, [...roles])],
      [WEIGHTS.role, isBefore(ROLE_ENDS)],
      [WEIGHTS.tasks, sql`${foundAt(nth)} > 0`],
    ];
    const cases = places.flatMap(([weight, isThere]) =>
      isThere ? [sql`when ${isThere} then ${weight}`] : [],
    );
    return sql`case ${sql.join(cases, sql` `)} else 0 end`;
  });
  return sql.join(weights, sql` + `);
}

/** Whether an activity answers for one of the services, by a row of its own or by its domain's default. */
function answersFor(services: readonly string[]): SQL {
  if (services.length === 0) return sql`1`;
  const holds = inArray(SERVICE, [...services, ANY_SERVICE]);
  const own = sql`max(case when ${holds} then 1 else 0 end) over (partition by ${DOMAIN}, ${ACTIVITY})`;
  const byDefault = sql`max(case when ${ACTIVITY} = '' and ${holds} then 1 else 0 end) over (partition by ${DOMAIN})`;
  return sql`case when ${own} = 1 or ${byDefault} = 1 then 1 else 0 end`;
}

function isAfter({ most, activity, domain }: Omit<ListedActivity, 'row'>): SQL | undefined {
  const isNext = and(eq(MOST, most), sql`(${ACTIVITY}, ${DOMAIN}) > (${activity}, ${domain})`);
  return or(sql`${MOST} < ${most}`, isNext);
}
