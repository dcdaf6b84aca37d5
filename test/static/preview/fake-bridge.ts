import type { Answer, ColorMode, Reader } from './scenario.ts';

/** What a test can ask of a page: the calls it made, and to hear an event as if Jira had sent it. */
export interface Preview {
  calls: { functionKey: string; payload: unknown }[];
  emit(event: string, payload: unknown): void;
}

interface BridgeSettings {
  answers: Record<string, Answer[]>;
  colorMode: ColorMode;
  place?: string;
  extension?: Record<string, unknown>;
  siteUrl?: string;
  reader?: Reader;
}

/**
 * Runs in the page before its own scripts: stands in for the bridge that Forge puts there.
 * It is sent as source text, so it may refer to nothing outside itself.
 */
function installFakeBridge(settings: BridgeSettings): void {
  const { answers, colorMode, place = '/', extension = {} } = settings;
  const { siteUrl = 'https://jira.invalid', reader = 'engineer' } = settings;
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  const preview: Preview = {
    calls: [],
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
  };

  const invoke = async ({
    functionKey,
    payload,
  }: {
    functionKey: string;
    payload: unknown;
  }): Promise<unknown> => {
    const earlier = preview.calls.filter(call => call.functionKey === functionKey).length;
    preview.calls.push({ functionKey, payload });
    const given = answers[functionKey] ?? [];
    const answer = given[Math.min(earlier, given.length - 1)];
    if (!answer) throw new Error(`The scenario has no answer for ${functionKey}`);
    if ('fails' in answer) throw new Error(answer.fails);
    if ('hangs' in answer) return new Promise(() => undefined);
    return answer.reply;
  };

  const enableTheming = (): Promise<void> =>
    new Promise(resolve => {
      const root = document.documentElement;
      root.setAttribute('data-color-mode', colorMode);
      root.setAttribute(
        'data-theme',
        'dark:dark light:light shape:shape spacing:spacing typography:typography',
      );
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: '/theme.css', onload: resolve });
      document.head.append(link);
    });

  /** What Jira's REST says of the reader; null for any other path. */
  const aboutReader = (path: string): unknown => {
    if (path.startsWith('/rest/api/3/mypermissions'))
      return { permissions: { ADMINISTER: { havePermission: reader === 'administrator' } } };
    if (!path.startsWith('/rest/api/3/myself')) return null;
    return {
      groups: { items: [{ name: 'staff' }, ...(reader === 'auditor' ? [{ name: 'auditors' }] : [])] },
    };
  };

  /** Jira's REST: the answer of the scenario is the body. */
  const fetchProduct = async (payload: { restPath: string }): Promise<unknown> => {
    const known = aboutReader(payload.restPath);
    const isRefused = known !== null && reader === 'not told';
    const body = known ?? (await invoke({ functionKey: 'fetchProduct', payload }));
    const [status, statusText] = isRefused ? [503, 'Service Unavailable'] : [200, 'OK'];
    return { status, statusText, headers: {}, body: JSON.stringify(body), isAttachment: false };
  };

  const createHistory = (): unknown => {
    const told: ((location: unknown, action: string) => void)[] = [];
    const locationOf = (to: string) => {
      const { pathname, search } = new URL(to, 'https://page.invalid');
      return { pathname, search, hash: '', state: null };
    };
    const go = (action: string) => (to: string) => {
      preview.calls.push({ functionKey: 'history', payload: to });
      for (const tell of told) tell(locationOf(to), action);
    };
    return {
      action: 'POP',
      location: locationOf(place),
      length: 1,
      listen: (listener: (location: unknown, action: string) => void) => told.push(listener),
      push: go('PUSH'),
      replace: go('REPLACE'),
    };
  };

  const callBridge = async (command: string, data: never): Promise<unknown> => {
    switch (command) {
      case 'invoke':
        return invoke(data);
      case 'enableTheming':
        return enableTheming();
      case 'fetchProduct':
        return fetchProduct(data);
      case 'createHistory':
        return createHistory();
      case 'getContext':
        return { extension, ...(siteUrl === '' ? {} : { siteUrl }) };
      case 'getUrl':
        return 'https://jira.invalid/apps/remit-page';
      case 'navigate':
        preview.calls.push({ functionKey: 'navigate', payload: data });
        return undefined;
      case 'on': {
        const { event, callback } = data as { event: string; callback: (payload: unknown) => void };
        listeners.set(event, [...(listeners.get(event) ?? []), callback]);
        return { unsubscribe: () => listeners.delete(event) };
      }
      default:
        throw new Error(`The preview has no bridge command ${command}`);
    }
  };
  Object.assign(window, { __bridge: { callBridge }, preview });
}

/** The script to be served as a page's first. */
export function fakeBridge(settings: BridgeSettings): string {
  return `(${installFakeBridge.toString()})(${JSON.stringify(settings)});`;
}
