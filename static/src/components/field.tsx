import { useId, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import styles from './field.module.css';

/** A control under its name, with what to know about it. */
export function Field({
  label,
  about,
  isWide = false,
  children,
}: {
  label: string;
  about?: string;
  isWide?: boolean;
  children: (id: string, aboutId: string | undefined) => ReactNode;
}) {
  const id = useId();
  const aboutId = `${id}-about`;
  return (
    <div className={`${styles.field ?? ''} ${isWide ? (styles.wide ?? '') : ''}`}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children(id, about === undefined ? undefined : aboutId)}
      {about !== undefined && (
        <span id={aboutId} className={styles.about}>
          {about}
        </span>
      )}
    </div>
  );
}

interface TextInputProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange' | 'className'> {
  onText: (text: string) => void;
}

/** The browser's own one-line control in Atlassian's clothes. */
export function TextInput({ onText, ...input }: TextInputProps) {
  return (
    <input
      type="text"
      {...input}
      className={styles.input}
      onChange={event => {
        onText(event.currentTarget.value);
      }}
    />
  );
}

interface LongTextInputProps extends Omit<ComponentPropsWithoutRef<'textarea'>, 'onChange' | 'className'> {
  onText: (text: string) => void;
}

export function LongTextInput({ onText, ...textarea }: LongTextInputProps) {
  return (
    <textarea
      rows={3}
      {...textarea}
      className={`${styles.input ?? ''} ${styles.long ?? ''}`}
      onChange={event => {
        onText(event.currentTarget.value);
      }}
    />
  );
}
