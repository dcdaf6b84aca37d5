import { say } from '../../../../src/contract/text';
import Button from '@atlaskit/button/new';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { useState } from 'react';
import type { Lack, RouteExplanation } from '../../../../src/contract/route-explain';
import { Disclosure } from '../../components/disclosure';
import { lackWords } from '../../components/lack-words';
import { Section } from '../../components/section';
import { useMedia } from '../../components/use-media';
import { MatrixFilter } from './matrix-filter';
import { domainsOf, EVERY_DOMAIN, shownRows } from './matrix-rows';
import { isPastItsGates } from './past-its-gates';
import { ResponsibilityList } from './responsibility-list';
import { ResponsibilityTable } from './responsibility-table';
import styles from './shared-responsibility.module.css';

/** Below this width a table of four columns cannot be read. */
const NARROW = '(max-width: 559px)';

/** How the responsibility for the ticket's service is shared, row by row of the matrix. */
export function SharedResponsibility({ explanation }: { explanation: RouteExplanation }) {
  const { rows, service } = explanation;
  const findings = explanation.findings.filter(finding => !isPastItsGates(finding));
  const title = service === null ? 'Shared responsibility' : say`Shared responsibility for ${service}`;
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className={styles.none}>{noRows(explanation)}</p>
      ) : (
        <Matrix explanation={explanation} />
      )}
      {findings.length > 0 && <Findings findings={findings} />}
    </Section>
  );
}

function noRows({ matrix, service }: RouteExplanation): string {
  if (!matrix) return 'No responsibility matrix is in force yet.';
  return service === null
    ? 'Choose the cloud service to see how its responsibilities are shared.'
    : say`The matrix has no rows for ${service}.`;
}

function Matrix({ explanation: { rows, domain: ticketDomain } }: { explanation: RouteExplanation }) {
  const domains = domainsOf(rows);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const narrow = useMedia(NARROW);
  const usual = domains.includes(ticketDomain) ? ticketDomain : EVERY_DOMAIN;
  const domain = chosen !== null && (chosen === EVERY_DOMAIN || domains.includes(chosen)) ? chosen : usual;
  const shown = shownRows(rows, domain, text);
  const Rows = narrow ? ResponsibilityList : ResponsibilityTable;
  const filter = {
    domains,
    domain,
    setDomain: setChosen,
    text,
    setText,
    total: rows.length,
    shown: shown.length,
  };
  return (
    <>
      <MatrixFilter {...filter} />
      {shown.length > 0 ? (
        // another choice begins at its first page
        <Rows key={`${domain}\n${text}`} rows={shown} withDomain={domain === EVERY_DOMAIN} />
      ) : (
        <NothingFound
          everywhere={domain === EVERY_DOMAIN}
          lookEverywhere={() => {
            setChosen(EVERY_DOMAIN);
          }}
        />
      )}
    </>
  );
}

function NothingFound({ everywhere, lookEverywhere }: { everywhere: boolean; lookEverywhere: () => void }) {
  return (
    <p className={styles.none}>
      Nothing found{everywhere ? '.' : ' in this domain.'}{' '}
      {!everywhere && (
        <Button spacing="compact" onClick={lookEverywhere}>
          Look in all domains
        </Button>
      )}
    </p>
  );
}

function Findings({ findings }: { findings: readonly Lack[] }) {
  const count = findings.length === 1 ? '1 finding' : say`${findings.length} findings`;
  return (
    <div className={styles.findings}>
      <Disclosure summary={say`${count} on these responsibilities`}>
        <ul>
          {findings.map(finding => (
            <li key={finding.code + finding.message} className={styles.finding}>
              <span className={styles.icon}>
                <StatusWarningIcon label="Warning:" color="var(--ds-icon-warning)" />
              </span>
              <span>{lackWords(finding)}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
