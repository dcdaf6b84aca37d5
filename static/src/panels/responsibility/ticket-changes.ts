/** The changes of the ticket around the panel. */
export interface TicketChanges {
  /** From now on `changed` is called at each; at once, where there was one before. @returns what ends it */
  listen: (changed: () => void) => () => void;
}

/**
 * Hears of changes before anyone listens: one that comes between the first answer and the panel being there would be
 * missed, and the panel be behind its ticket until the next.
 * @param subscribe - has its argument called at each change
 */
export function heardEarly(subscribe: (changed: () => void) => unknown): TicketChanges {
  let listener: (() => void) | null = null;
  let missed = false;
  subscribe(() => {
    if (listener) listener();
    else missed = true;
  });
  return {
    listen: changed => {
      listener = changed;
      if (missed) changed();
      missed = false;
      return () => {
        listener = null;
      };
    },
  };
}
