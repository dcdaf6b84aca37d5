/**
 * The first script of every page of the app: defines `window.__bridge`, which @forge/bridge looks for when it loads.
 * Served as a classic script, so it imports types only.
 */
import type { PageLocation, PageMessage, ShellMessage } from './protocol';

type Callable = (...args: unknown[]) => unknown;
type PageHistory = PageLocation & { action: string; location: PageLocation; length: number };

(() => {
  let numbered = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const functions = new Map<number, Callable>();
  const post = (message: PageMessage): void => {
    window.parent.postMessage(message, '*'); // frame-ancestors of the policy names who can be the parent
  };

  const encode = (value: unknown): unknown => {
    if (typeof value === 'function') {
      numbered += 1;
      functions.set(numbered, value as Callable);
      return { forgeFunction: numbered };
    }
    if (value === null || typeof value !== 'object' || value instanceof Blob) return value;
    if (Array.isArray(value)) return value.map(encode);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
  };

  const call = (command: string, data?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      numbered += 1;
      waiting.set(numbered, { resolve, reject });
      post({ forge: 1, kind: 'call', id: numbered, command, data: encode(data) });
    });

  const answered = (message: Extract<ShellMessage, { kind: 'answered' }>): void => {
    const promise = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) promise?.reject(Object.assign(new Error(message.error.message), message.error));
    else promise?.resolve(message.value);
  };

  const run = async (message: Extract<ShellMessage, { kind: 'run' }>): Promise<void> => {
    try {
      const value = await functions.get(message.function)?.(...message.arguments);
      post({ forge: 1, kind: 'returned', id: message.id, value: encode(value) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      post({ forge: 1, kind: 'returned', id: message.id, error: { message: text } });
    }
  };

  const showTheme = (colorMode: string): void => {
    const root = document.documentElement;
    root.setAttribute('data-color-mode', colorMode);
    root.setAttribute(
      'data-theme',
      'dark:dark light:light shape:shape spacing:spacing typography:typography',
    );
    root.style.colorScheme = colorMode;
  };

  /** The newest that the shell has named: it can be switched while the style sheet is loading. */
  let newest = 'light';

  /** The design tokens come as a style sheet of this origin, which the policy allows without exceptions. */
  const enableTheming = async (): Promise<void> => {
    newest = ((await call('enableTheming')) as { colorMode: string }).colorMode;
    await new Promise<void>(resolve => {
      const link = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: '/__forge/theme.css',
      });
      link.onload = link.onerror = () => {
        resolve();
      };
      document.head.append(link);
    });
    showTheme(newest);
  };

  const createHistory = async (): Promise<unknown> => {
    const listeners = new Set<Callable>();
    const start = (await call('history.start', {
      listener: (location: unknown, action: unknown) => {
        for (const listener of listeners) listener(location, action);
      },
    })) as PageHistory;
    const go = (by: number) => call('history.go', { by });
    return {
      ...start,
      listen: (listener: Callable) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      push: (to: unknown, state?: unknown) => call('history.push', { to, state }),
      replace: (to: unknown, state?: unknown) => call('history.replace', { to, state }),
      go,
      goBack: () => go(-1),
      goForward: () => go(1),
    };
  };

  const callBridge = async (command: string, data?: unknown): Promise<unknown> => {
    if (command === 'createHistory') return createHistory();
    if (command === 'enableTheming') return enableTheming();
    if (command === 'on' || command === 'onPublic') {
      const subscription = await call(command, data);
      return { unsubscribe: () => void call('off', { subscription }) };
    }
    return call(command, data);
  };
  Object.defineProperty(window, '__bridge', { value: Object.freeze({ callBridge }) });

  window.addEventListener('message', (event: MessageEvent<ShellMessage | null>) => {
    const message = event.data;
    if (event.source !== window.parent || message?.forge !== 1) return;
    if (message.kind === 'answered') answered(message);
    else if (message.kind === 'run') void run(message);
    else {
      newest = message.colorMode;
      showTheme(newest);
    }
  });

  /** The body of a page with css-reset is as high as the frame, so its children tell the height of the content. */
  const measure = (): void => {
    const bottoms = Array.from(
      document.body.children,
      child => child.getBoundingClientRect().bottom + window.scrollY,
    );
    post({ forge: 1, kind: 'height', pixels: Math.ceil(Math.max(0, ...bottoms)) });
  };
  window.addEventListener('load', () => {
    const observer = new ResizeObserver(measure);
    const observeAll = (): void => {
      for (const child of document.body.children) observer.observe(child);
      measure();
    };
    new MutationObserver(observeAll).observe(document.body, { childList: true });
    observeAll();
  });
})();
