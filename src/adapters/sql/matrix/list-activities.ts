import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { ListedActivity } from '../../../domain/responsibility/owner-search/owner-score';
import { contained } from '../../../domain/responsibility/owner-search/similar-words';
import { ANY_SERVICE } from '../../../domain/responsibility/responsibility';
import type { ActivityQuery } from '../../../ports/matrix-versions';
import { readingBy } from '../database';
import { responsibilities } from './matrix-tables';

/** Activities that are read in one statement: an answer has at most 4 MiB, and the longest activity some 1.3 kB. */
const ACTIVITIES_PER_READ = 2_500;

/** Words whose hits one number tells, of the 31 bits that an integer has. */
const WORDS_PER_NUMBER = 30;

const listed = z
  .object({ domain: z.string(), activity: z.string(), accountable: z.string(), row: z.string() })
  .catchall(z.coerce.number());

type Listed = z.infer<typeof listed>;

/** The activities of a version that can answer, a page at a time. */
export async function listActivities(version: number, query: ActivityQuery): Promise<ListedActivity[]> {
  const all: ListedActivity[] = [];
  for (let after: Listed | undefined; ;) {
    const rows = await readingBy(pageAfter(version, query, after), listed)({});
    all.push(...rows.map(row => activityOf(row, query.words.length)));
    after = rows.at(-1);
    if (rows.length < ACTIVITIES_PER_READ) return all;
  }
}

function activityOf({ domain, activity, accountable, row, ...hits }: Listed, words: number): ListedActivity {
  const has = Array.from({ length: words }, (_, nth) => {
    const number = hits[hitsName(Math.floor(nth / WORDS_PER_NUMBER))] ?? 0;
    return (number & (1 << (nth % WORDS_PER_NUMBER))) !== 0;
  });
  return { domain, activity, accountable, row, has };
}

/** The rows of each activity are counted by service and id; their long texts stay where they are. */
function pageAfter(version: number, { words, roles, services }: ActivityQuery, after: Listed | undefined): SQL {
  const { matrixVersion, id, domain, activity, service, accountable } = responsibilities;
  const hits = hitsOf(words);
  const columns = [
    sql`${domain} as ${DOMAIN}`,
    sql`${activity} as ${ACTIVITY}`,
    sql`${accountable} as ${ACCOUNTABLE}`,
    sql`${id} as ${sql.identifier('row')}`,
    ...hits.map((sum, nth) => sql`${sum} as ${sql.identifier(hitsName(nth))}`),
  ];
  const place = sql`row_number() over (partition by ${domain}, ${activity} order by ${service}, ${id})`;
  const rows = sql`select ${sql.join(columns, COMMA)}, ${place} as ${PLACE}, ${answersFor(services)} as ${ANSWERS} from ${responsibilities} where ${eq(matrixVersion, version)}`;
  const shown = [DOMAIN, ACTIVITY, ACCOUNTABLE, sql.identifier('row'), ...hits.map((_, nth) => sql.identifier(hitsName(nth)))];
  const isHit = words.length === 0 ? undefined : or(...hits.map((_, nth) => sql`${sql.identifier(hitsName(nth))} > 0`), roles.length === 0 ? undefined : inArray(sql`${ACCOUNTABLE}`, [...roles]));
  const isFurther = after && sql`(${DOMAIN}, ${ACTIVITY}) > (${after.domain}, ${after.activity})`;
  const asked = and(sql`${PLACE} = 1`, sql`${ANSWERS} = 1`, isHit, isFurther);
  return sql`select ${sql.join(shown, COMMA)} from (${rows}) as ${sql.identifier('listed')} where ${asked} order by ${DOMAIN}, ${ACTIVITY} limit ${ACTIVITIES_PER_READ}`;
}

const COMMA = sql`, `;
const DOMAIN = sql.identifier('domain');
const ACTIVITY = sql.identifier('activity');
const ACCOUNTABLE = sql.identifier('accountable');
const PLACE = sql.identifier('place');
const ANSWERS = sql.identifier('answers');

/** Which of the words a row may have, as numbers: a bit for each word. */
function hitsOf(words: readonly string[]): SQL[] {
  const sums: SQL[] = [];
  for (let first = 0; first < words.length; first += WORDS_PER_NUMBER) {
    const bits = words
      .slice(first, first + WORDS_PER_NUMBER)
      .map((word, nth) => sql`case when instr(${responsibilities.words}, ${contained(word)}) > 0 then ${sql.raw(String(1 << nth))} else 0 end`);
    sums.push(sql.join(bits, sql` + `));
  }
  return sums;
}

function hitsName(nth: number): string {
  return `hits${String(nth)}`;
}

/** Whether an activity answers for one of the services, by a row of its own or by its domain's default. */
function answersFor(services: readonly string[]): SQL {
  if (services.length === 0) return sql`1`;
  const { domain, activity, service } = responsibilities;
  const holds = inArray(service, [...services, ANY_SERVICE]);
  const own = sql`max(case when ${holds} then 1 else 0 end) over (partition by ${domain}, ${activity})`;
  const byDefault = sql`max(case when ${activity} = '' and ${holds} then 1 else 0 end) over (partition by ${domain})`;
  return sql`case when ${own} = 1 or ${byDefault} = 1 then 1 else 0 end`;
}
