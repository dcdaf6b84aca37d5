import Button from '@atlaskit/button/new';
import { useState } from 'react';
import styles from './confirmed-button.module.css';

interface ConfirmedButtonProps {
  label: string;
  /** What is asked before it is done. */
  question: string;
  /** The word that does it. */
  confirm: string;
  isLoading?: boolean;
  act: () => void;
}

/** Something that cannot be undone: it is asked for a second time, in place. */
export function ConfirmedButton({ label, question, confirm, isLoading = false, act }: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <Button
        isLoading={isLoading}
        onClick={() => {
          setAsking(true);
        }}
      >
        {label}
      </Button>
    );
  return (
    <span role="group" aria-label={question} className={styles.question}>
      <span>{question}</span>
      <Button
        appearance="danger"
        autoFocus
        onClick={() => {
          setAsking(false);
          act();
        }}
      >
        {confirm}
      </Button>
      <Button
        appearance="subtle"
        onClick={() => {
          setAsking(false);
        }}
      >
        Cancel
      </Button>
    </span>
  );
}
