/**
 * Writes Aurora's roles, services and responsibilities as import files, from the app's starter content:
 * `node sandbox/company/register-files.ts`. Holders are Aurora's own and kept by hand in holders.csv.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { build } from 'esbuild';
import type * as StarterContent from '../../src/content/index';

export type Starter = Pick<
  typeof StarterContent,
  'STARTER_ROLES' | 'STARTER_SERVICES' | 'STARTER_RESPONSIBILITIES'
>;

/** The import files by name, each as CSV with the columns of the public contract. */
export function registerFiles(starter: Starter): Record<string, string> {
  return {
    'roles.csv': csv(
      ['key', 'name', 'kind', 'charter'],
      starter.STARTER_ROLES.map(role => [role.key, role.name, role.kind, role.charter]),
    ),
    'services.csv': csv(
      ['key', 'name', 'provider', 'model', 'viewpoint', 'material', 'contract'],
      starter.STARTER_SERVICES.map(service => [
        service.key,
        service.name,
        service.provider,
        service.model,
        service.viewpoint,
        service.material ? 'yes' : 'no',
        service.contract,
      ]),
    ),
    'responsibilities.csv': responsibilitiesCsv(starter.STARTER_RESPONSIBILITIES),
  };
}

function responsibilitiesCsv(rows: Starter['STARTER_RESPONSIBILITIES']): string {
  const header =
    'id,domain,activity,service,party,accountable,responsible,consulted,informed,customer_tasks,provider_tasks,policy,procedure,system_of_record,evidence,contract_clause,frequency';
  return csv(
    header.split(','),
    rows.map(row => [
      row.id,
      row.domain,
      row.activity,
      row.service,
      row.party,
      row.accountable,
      row.responsible.join(';'),
      row.consulted.join(';'),
      row.informed.join(';'),
      row.customerTasks,
      row.providerTasks,
      row.policy,
      row.procedure,
      row.systemOfRecord,
      row.evidence,
      row.contractClause,
      row.frequency,
    ]),
  );
}

function csv(header: string[], lines: string[][]): string {
  return stringify([header, ...lines]);
}

/** The app's sources are made for a bundler, so they are bundled before they are loaded here. */
async function loadStarter(): Promise<Starter> {
  const entry = fileURLToPath(new URL('../../src/content/index.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const source = outputFiles[0]?.contents;
  if (!source) throw new Error('Bundling the starter content gave no output.');
  return (await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`)) as Starter;
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(registerFiles(await loadStarter()))) {
    writeFileSync(new URL(name, import.meta.url), text);
  }
}
