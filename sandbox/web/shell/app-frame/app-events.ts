/** The events that the app's pages on one page of Jira send each other, and those that Jira sends them. */
type Listener = (payload: unknown) => void;

class AppEvents {
  private readonly listeners = new Set<{ event: string; listener: Listener }>();

  /** @returns what ends the subscription */
  on(event: string, listener: Listener): () => void {
    const subscription = { event, listener };
    this.listeners.add(subscription);
    return () => this.listeners.delete(subscription);
  }

  emit(event: string, payload: unknown): void {
    for (const subscription of this.listeners)
      if (subscription.event === event) subscription.listener(payload);
  }
}

export const appEvents = new AppEvents();
