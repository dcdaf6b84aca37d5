import { describe, expect, it } from '@jest/globals';
import { importRegister } from '../../../src/application/registers/import-register';
import { readResponsibilities } from '../../../src/application/registers/responsibility-lines';
import { CEO } from '../../support/builders/company';
import { aWorld } from '../../support/fakes/world';

const HEADER =
  'id,domain,activity,service,party,accountable,responsible,consulted,informed,customer_tasks,provider_tasks,policy,procedure,system_of_record,evidence,contract_clause,frequency';
const REST = ',,,,,,,,,,';
const good = (id: string) => `${id},Governance,,*,customer,ciso,${REST}`;

describe('a file with bad lines', () => {
  it('has each of them named at once, in the order of the file, whatever is wrong with it', () => {
    const lines = [
      good('gov'),
      'short,Governance',
      good('iam').replace('Governance', 'Astrology'),
      good('GOV'),
      good('log').replace('customer', 'both'),
      `${good('sec')},one cell more`,
    ];
    const read = readResponsibilities([HEADER, ...lines].join('\n'), [], []);
    expect(read).toMatchObject({
      ok: false,
      refusal: [
        { line: 3, column: '', problem: '2 cells, but the header has 17.' },
        { line: 4, column: 'domain' },
        { line: 5, column: 'id', problem: 'The same as in line 2.' },
        { line: 6, column: 'party', allowed: ['provider', 'customer', 'shared', 'third-party'] },
        { line: 7, column: '', problem: '18 cells, but the header has 17.' },
      ],
    });
  });

  it('is good once they are fixed', () => {
    const read = readResponsibilities([HEADER, good('gov'), good('iam')].join('\n'), [], []);
    expect(read).toMatchObject({ ok: true, value: [{ id: 'gov' }, { id: 'iam' }] });
  });

  it('has roles and people who are not known named along with cells that cannot be read', async () => {
    const csv = [
      'role,email,capacity,from,to',
      'ciso,no one@aurora.example,holder,2026-03-10,',
      'no-such-role,ciso@aurora.example,holder,2026-03-10,',
      'ciso,ciso@aurora.example,chief,2026-03-10,',
    ].join('\n');
    const refused = await importRegister(aWorld(), {
      dataset: 'holders',
      csv,
      dryRun: true,
      administrator: CEO,
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'BAD_FILE',
        errors: [
          { line: 2, column: 'email' },
          { line: 3, column: 'role' },
          { line: 4, column: 'capacity' },
        ],
      },
    });
  });
});
