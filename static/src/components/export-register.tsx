import Button from '@atlaskit/button/new';
import type { RegisterExported } from '../../../src/contract/registers';
import type { Reply } from '../../../src/contract/reply';
import { everyPage } from '../api/every-page';
import { exportRegister, type Dataset, type Edition } from '../api/remit';
import { useCommand } from '../api/use-command';
import { Outcome } from './outcome';

interface ExportRegisterProps {
  dataset: Dataset;
  label: string;
  /** Of the matrix; without it the version in force. */
  edition?: Edition;
}

/** Downloads a register, or a version of the matrix, as CSV. */
export function ExportRegister({ dataset, label, edition }: ExportRegisterProps) {
  const { standing, run } = useCommand<RegisterExported>();
  const download = async () => {
    const file = await run(() => wholeFile(dataset, edition));
    if (file) save(file);
  };
  return (
    <>
      <Button appearance="subtle" isLoading={standing.state === 'asking'} onClick={() => void download()}>
        {label}
      </Button>
      <Outcome standing={standing} refusedTitle="This can’t be exported by you" />
    </>
  );
}

async function wholeFile(dataset: Dataset, edition: Edition | undefined): Promise<Reply<RegisterExported>> {
  let whole: RegisterExported = { fileName: '', csv: '' };
  const refused = await everyPage<RegisterExported>(
    cursor => exportRegister(dataset, edition, cursor),
    ({ cursor }) => cursor,
    ({ fileName, csv }) => {
      whole = { fileName: whole.fileName || fileName, csv: whole.csv + csv };
      return true;
    },
  );
  return refused ?? { ok: true, data: whole };
}

/** A frame of Jira's may start downloads, and a file that was made in it needs no policy of its own. */
function save({ fileName, csv }: RegisterExported): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: address, download: fileName }).click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
