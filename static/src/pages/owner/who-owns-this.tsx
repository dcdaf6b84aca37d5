import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { OwnersFound } from '../../../../src/contract/owner-find';
import { DayField } from '../../components/day-field';
import { isDay } from '../../components/days';
import { SearchField } from '../../components/search-field';
import { FailedMessage, Loading, RefusedMessage } from '../../components/standing';
import { placeOfEdition, type ShownEdition } from '../matrix/edition';
import type { TabProps } from '../tab-props';
import { OwnerAnswers } from './owner-answers';
import { NoOwner } from './no-owner';
import { useOwners, type Owners } from './use-owners';
import styles from './owner.module.css';

const NONE: OwnersFound['answers'] = [];

/** One field to ask in, by keyboard alone: who owns this, and where to go when they cannot be reached. */
export default function WhoOwnsThis({ place, go }: TabProps) {
  const [text, setText] = useState(place.query.get('q') ?? '');
  const [day, setDay] = useState(() => dayIn(place.query));
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const owners = useOwners(text, day, attempt);
  const answers = owners.state === 'found' ? owners.found.answers : NONE;
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    setChosen(0);
  }, [answers]);

  const openRow = (position: number) => {
    const answer = answers[position];
    if (!answer) return;
    const edition: ShownEdition = day === '' ? { kind: 'version', version: undefined } : { kind: 'day', day };
    go(placeOfEdition(edition, rowOf(answer.responsibility)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && answers.length > 0) {
      event.preventDefault();
      setChosen((chosen + move + answers.length) % answers.length);
    } else if (event.key === 'Enter' && answersTo(owners, text)) openRow(chosen);
    else if (event.key === 'Escape') setText('');
  };

  return (
    <div className={styles.owner}>
      <div className={styles.question}>
        <SearchField
          ref={field}
          isLarge
          aria-label="Who owns this?"
          placeholder="Who owns… root access on AWS, restore tests, log retention"
          role="combobox"
          aria-expanded={answers.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={answers.length > 0 ? `${listId}-${chosen}` : undefined}
          value={text}
          onText={setText}
          onKeyDown={onKeyDown}
        />
        <DayField label="As of (optional)" day={day} choose={setDay} />
      </div>
      <OwnerAnswers
        id={listId}
        answers={answers}
        chosen={chosen}
        choose={setChosen}
        open={openRow}
        version={owners.state === 'found' ? owners.found.matrixVersion : null}
        day={owners.state === 'found' ? owners.day : ''}
        outdated={owners.state === 'found' && !answersTo(owners, text)}
      />
      <Rest
        owners={owners}
        tryAgain={() => {
          setAttempt(attempt + 1);
        }}
      />
    </div>
  );
}

/** Of `row @ v3`: the row. */
const rowOf = (responsibility: string) => responsibility.replace(/ @ v\d+$/, '');

const dayIn = (query: URLSearchParams) => {
  const day = query.get('at') ?? '';
  return isDay(day) ? day : '';
};

/** Not those to what was typed before. */
const answersTo = (owners: Owners, text: string) =>
  owners.state === 'found' && !owners.asking && owners.about === text.trim();

/** What stands in place of answers. */
function Rest({ owners, tryAgain }: { owners: Owners; tryAgain: () => void }) {
  switch (owners.state) {
    case 'not asked':
      return (
        <p className={styles.quiet}>
          Type a few words: a service, an activity, a domain. Use the arrow keys to choose an answer, and
          Enter to see its row in the matrix.
        </p>
      );
    case 'asking':
      return <Loading what="the answer" />;
    case 'failed':
      return <FailedMessage what="The answer" tryAgain={tryAgain} level="h2" />;
    case 'refused':
      return <RefusedMessage refused={owners.refused} title="You can’t ask this" level="h2" />;
    case 'found':
      return owners.found.answers.length === 0 ? (
        <NoOwner about={owners.about} none={owners.found.none} />
      ) : null;
  }
}
