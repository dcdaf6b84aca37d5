import Button from '@atlaskit/button/new';
import type { RegisterExported } from '../../../src/contract/registers';
import type { Reply } from '../../../src/contract/reply';
import { everyPage } from '../api/every-page';
import { exportRegister, type Edition, type EvidenceFilter } from '../api/remit';
import { useCommand } from '../api/use-command';
import { Outcome } from './outcome';

type Exported = Parameters<typeof exportRegister>[0];
type Part = Edition | EvidenceFilter;

interface ExportRegisterProps {
  dataset: Exported;
  label: string;
  /** Of the matrix, without it the version in force; of the evidence, without it all. */
  part?: Part;
}

/** Downloads a register, or a version of the matrix, as CSV. */
export function ExportRegister({ dataset, label, part }: ExportRegisterProps) {
  const { standing, run } = useCommand<RegisterExported>();
  const download = async () => {
    const file = await run(() => wholeFile(dataset, part));
    if (file) save(file);
  };
  return (
    <>
      <Button appearance="subtle" isLoading={standing.state === 'asking'} onClick={() => void download()}>
        {label}
      </Button>
      <Outcome standing={standing} refusedTitle="You can’t export this" />
    </>
  );
}

async function wholeFile(dataset: Exported, part: Part | undefined): Promise<Reply<RegisterExported>> {
  let whole: RegisterExported = { fileName: '', csv: '' };
  const refused = await everyPage<RegisterExported>(
    cursor => exportRegister(dataset, part, cursor),
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
