import { Typed } from '../../components/typed';
import { say } from '../../../../src/contract/text';
import { useState, type KeyboardEvent } from 'react';
import type { Person } from '../../../../src/contract/route-explain';
import { Field, TextInput } from '../../components/field';
import { Portrait } from '../../components/person';
import styles from './holders.module.css';
import { usePeople, type People } from './use-people';

interface PersonPickerProps {
  label: string;
  person: Person | null;
  choose: (person: Person | null) => void;
}

/** Finds a person by name: Jira looks, as the reader, and arrows and Enter choose. */
export function PersonPicker({ label, person, choose }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [position, setPosition] = useState(0);
  const found = usePeople(person ? '' : text);
  const people = found.state === 'found' ? found.people : [];
  const take = (taken: Person) => {
    choose(taken);
    setText(taken.name);
    setPosition(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && people.length > 0) {
      event.preventDefault();
      setPosition((position + move + people.length) % people.length);
    } else if (event.key === 'Enter' && !person) {
      event.preventDefault(); // the form is for a person that was chosen
      const chosen = people[position];
      if (chosen) take(chosen);
    } else if (event.key === 'Escape') setText('');
  };
  return (
    <Field label={label}>
      {id => (
        <div className={styles.picker}>
          <TextInput
            id={id}
            role="combobox"
            autoComplete="off"
            aria-expanded={people.length > 0}
            aria-controls={`${id}-people`}
            aria-autocomplete="list"
            aria-activedescendant={people.length > 0 ? `${id}-people-${position}` : undefined}
            value={text}
            onText={typed => {
              setText(typed);
              setPosition(0);
              choose(null);
            }}
            onKeyDown={onKeyDown}
          />
          <ul
            role="listbox"
            id={`${id}-people`}
            aria-label={say`People for ${label}`}
            className={styles.people}
          >
            {people.map((each, place) => (
              <li
                key={each.accountId}
                id={`${id}-people-${place}`}
                role="option"
                aria-selected={place === position}
                className={styles.person}
                onClick={() => {
                  take(each);
                }}
              >
                <Portrait person={each} size="small" />
                <Typed>{each.name}</Typed>
              </li>
            ))}
          </ul>
          <span role="status" className={styles.quiet}>
            {person ? '' : nothingFound(found)}
          </span>
        </div>
      )}
    </Field>
  );
}

function nothingFound(found: People): string {
  if (found.state === 'failed') return 'Jira did not answer. Type again.';
  return found.state === 'found' && found.people.length === 0 ? 'No one has that name.' : '';
}
