import { Component, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Reader } from '../api/reader';
import { usePlace, type Places } from '../api/use-place';
import { FailedMessage, Loading } from '../components/standing';
import styles from './remit-page.module.css';
import { offeredTo, TABS, type KnownReader } from './tabs';

/** Remit's own page in Jira: one part of it at a time. */
export function RemitPage({ askReader }: { askReader: () => Promise<Reader> }) {
  const { place, go } = usePlace();
  const reader = useReader(askReader);
  return (
    <main className={styles.page} aria-label="Remit">
      {place ? <Parts place={place} go={go} reader={reader} /> : <Loading what="Remit" />}
    </main>
  );
}

function useReader(ask: () => Promise<Reader>): KnownReader {
  const [reader, setReader] = useState<KnownReader>('asking');
  useEffect(() => {
    ask().then(setReader, () => {
      setReader('not known');
    });
  }, [ask]);
  return reader;
}

interface PartsProps {
  place: NonNullable<Places['place']>;
  go: Places['go'];
  reader: KnownReader;
}

function Parts({ place, go, reader }: PartsProps) {
  const shown = TABS.find(({ path }) => path === place.path) ?? TABS[0];
  return (
    <>
      <nav aria-label="Parts of Remit">
        <ul className={styles.tabs}>
          {offeredTo(reader, shown).map(({ path, title }) => (
            <li key={path}>
              <button
                type="button"
                className={styles.tab}
                aria-current={path === shown.path ? 'page' : undefined}
                onClick={() => {
                  go(path);
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <PartThatLoads key={shown.path}>
        <Suspense fallback={<Loading what={shown.title} />}>
          <shown.Content place={place} go={go} />
        </Suspense>
      </PartThatLoads>
    </>
  );
}

/** A part whose script did not come, because the app was updated or the connection broke, can be loaded again. */
class PartThatLoads extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <FailedMessage
        what="This part of Remit"
        level="h2"
        tryAgain={() => {
          window.location.reload();
        }}
      />
    );
  }
}
