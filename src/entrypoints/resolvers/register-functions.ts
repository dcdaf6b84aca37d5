import { listAccounts } from '../../application/cloud-accounts/list-accounts';
import { exportRegister } from '../../application/registers/export-register';
import { importRegister, type ImportRefusal } from '../../application/registers/import-register';
import { assembleUpload } from '../../application/matrix/assemble-upload';
import { exportResponsibilities } from '../../application/matrix/export-responsibilities';
import { importResponsibilities } from '../../application/matrix/import-responsibilities';
import type { MatrixRefusal } from '../../application/matrix/matrix-refusal';
import type { RequestOf } from '../../contract/functions';
import type { FileError, Reply } from '../../contract/reply';
import type { RegisterImported } from '../../contract/registers';
import type { AccountId } from '../../domain/shared/account';
import type { Result } from '../../domain/shared/result';
import type { Ports } from '../ports';
import { exportForReading } from './evidence-functions';
import { answered, refused, type Handlers } from './functions';
import { say } from '../../domain/shared/sentence';

interface Import {
  dataset: RequestOf<'register.import'>['dataset'];
  csv: string;
  dryRun: boolean;
  administrator: AccountId;
}

type RegisterFunction = 'register.import' | 'register.export' | 'account.list';

/** Import and export of the registers as CSV. Source: the public contract, "Import files". */
export function registerHandlers(ports: Ports): Handlers<RegisterFunction> {
  return {
    'register.import': async ({ dataset, csv, dryRun, part }, { accountId }) => {
      const asked = { dataset, dryRun: dryRun ?? false, administrator: accountId };
      if (!part) return importFile(ports, { ...asked, csv });
      if (part.number > part.of)
        return refused('BAD_REQUEST', 'There are fewer parts than this one’s number.');
      const assembled = await assembleUpload(ports, part, csv, accountId);
      if ('waitingFor' in assembled) return answered(assembled);
      const reply = await importFile(ports, { ...asked, csv: assembled.text });
      await forget(assembled.done);
      return reply;
    },
    'register.export': async ({ dataset, version, draft, cursor, ticket, kind }) => {
      if (dataset === 'accounts' || dataset === 'evidence')
        return exportForReading(ports, dataset, { ticket, kind, cursor });
      if (dataset !== 'responsibilities') return answered(await exportRegister(ports, dataset));
      const exported = await exportResponsibilities(ports, {
        ...(version === undefined ? {} : { version }),
        ...(draft === undefined ? {} : { draft }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return exported.ok
        ? answered(exported.value)
        : refused(exported.refusal.code, exported.refusal.message);
    },
    'account.list': async () => answered(await listAccounts(ports)),
  };
}

/** What was imported stands, whether its parts are forgotten at once or, like any upload left behind, after a day. */
async function forget(done: () => Promise<void>): Promise<void> {
  try {
    await done();
  } catch (fault) {
    console.error('The parts of an upload were not removed', fault);
  }
}

async function importFile(ports: Ports, { dataset, ...file }: Import): Promise<Reply<RegisterImported>> {
  const imported: Result<
    RegisterImported,
    ImportRefusal | MatrixRefusal | { code: 'BAD_FILE'; errors: FileError[] }
  > =
    dataset === 'responsibilities'
      ? await importResponsibilities(ports, file)
      : await importRegister(ports, { ...file, dataset });
  if (imported.ok) return answered(imported.value);
  const { refusal } = imported;
  if ('message' in refusal) return refused(refusal.code, refusal.message);
  const wrong = new Set(refusal.errors.map(({ line }) => line)).size;
  const rows = wrong === 1 ? '1 row has an error' : say`${String(wrong)} rows have errors`;
  return refused(refusal.code, say`${rows}. Nothing was imported.`, refusal.errors);
}
