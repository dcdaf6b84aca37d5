import { Typed } from './typed';
import type { Person } from '../../../src/contract/route-explain';
import { hueOf, initials } from './initials';
import styles from './person.module.css';

const HUES = [
  styles.hue0,
  styles.hue1,
  styles.hue2,
  styles.hue3,
  styles.hue4,
  styles.hue5,
  styles.hue6,
  styles.hue7,
  styles.hue8,
  styles.hue9,
];

/** A person's initials in a circle, as Jira shows people without a picture. */
export function Portrait({ person, size }: { person: Person; size: 'large' | 'small' }) {
  const classes = [styles.portrait, styles[size], HUES[hueOf(person.accountId, HUES.length)]];
  return (
    <span aria-hidden className={classes.join(' ')}>
      <Typed>{initials(person.name)}</Typed>
    </span>
  );
}

/** A person's name, and whether their account still works. */
export function PersonName({ person }: { person: Person }) {
  if (person.active)
    return (
      <>
        <Typed>{person.name}</Typed>
      </>
    );
  return (
    <>
      <Typed>{person.name}</Typed> <span className={styles.inactive}>(inactive)</span>
    </>
  );
}
