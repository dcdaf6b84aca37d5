import { readFileSync } from 'node:fs';
import api, { assumeTrustedRoute } from '@forge/api';
import { kvs } from '@forge/kvs';
import { sql } from '@forge/sql';

/** The calls of one decision of the gate, as the sandbox recorded them. */
export interface DecisionCalls {
  /** The ticket that was decided. */
  key: string;
  id: string;
  configurationKey: string;
  jiraPaths: string[];
  statements: { query: string; params: (string | number | null)[] }[];
}

/**
 * What a gate costs that decides nothing: for the ticket asked about, the same calls of the same packages, in their
 * order, whose answers are read and thrown away. What it writes is a copy under an id of its own.
 * @param file - JSON of {@link DecisionCalls}
 */
export function sameCalls(file: string): (key: string, turn: string) => Promise<void> {
  const calls = JSON.parse(readFileSync(file, 'utf8')) as DecisionCalls;
  return async (key, turn) => {
    await kvs.get(calls.configurationKey);
    let id = '';
    for (const path of calls.jiraPaths) {
      const route = assumeTrustedRoute(path.replaceAll(calls.key, key));
      const answer = (await (await api.asApp().requestJira(route)).json()) as { id?: string };
      id = answer.id ?? id;
    }
    for (const { query, params } of calls.statements) {
      const values = /^insert/i.test(query)
        ? params.map((value, place) =>
            place === 0 || value === ofTicket(calls.id) ? `bench-${turn}` : value,
          )
        : params.map(value => (value === ofTicket(calls.id) ? ofTicket(id) : value));
      await sql
        .prepare(query)
        .bindParams(...(values as never[]))
        .execute();
    }
  };
}

function ofTicket(id: string): string {
  return `ticket:${id}`;
}
