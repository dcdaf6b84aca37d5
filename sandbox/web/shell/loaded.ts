import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  { state: 'loading' } | { state: 'failed'; error: unknown } | { state: 'ready'; value: T };

/**
 * What `load` resolves to. Loads again when `key` changes, and on `reload`, which keeps showing the old value until
 * the new one is there; an answer that a newer question overtook is dropped.
 */
export function useLoaded<T>(
  key: string,
  load: () => Promise<T>,
): { loaded: Loaded<T>; reload: () => Promise<void> } {
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { state: 'loading' } });
  const asked = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(async () => {
    asked.current += 1;
    const question = asked.current;
    const answer = await latest.current().then(
      (value): Loaded<T> => ({ state: 'ready', value }),
      (error: unknown): Loaded<T> => ({ state: 'failed', error }),
    );
    if (question === asked.current) setHeld({ key, loaded: answer });
  }, [key]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { loaded: held.key === key ? held.loaded : { state: 'loading' }, reload };
}
