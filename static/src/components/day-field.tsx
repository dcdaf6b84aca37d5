import { useEffect, useState } from 'react';
import { isDay } from './days';
import { Field, TextInput } from './field';

interface DayFieldProps {
  label: string;
  about?: string;
  /** `YYYY-MM-DD`, or empty. */
  day: string;
  /** Hears of whole days only, and of the field being emptied. */
  choose: (day: string) => void;
}

/** A day that may be left open; what is half typed stays in the field. */
export function DayField({ label, about, day, choose }: DayFieldProps) {
  const [typed, setTyped] = useState(day);
  useEffect(() => {
    setTyped(day);
  }, [day]);
  return (
    <Field label={label} {...(about !== undefined && { about })}>
      {(id, aboutId) => (
        <TextInput
          id={id}
          type="date"
          min="1970-01-01"
          aria-describedby={aboutId}
          value={typed}
          onText={text => {
            setTyped(text);
            if (text === '' || isDay(text)) choose(text);
          }}
        />
      )}
    </Field>
  );
}
