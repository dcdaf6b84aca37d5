import { constants, createContext, runInContext, type Context } from 'node:vm';
import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModuleMocker } from 'jest-mock';
import { installCommonGlobals } from 'jest-util';

type Global = JestEnvironment['global'];

/** What a test must share with Node itself: Node's own functions make these, and tests compare them with their own. */
const SHARED = ['Buffer', 'ArrayBuffer', 'Uint8Array'] as const;

/**
 * What a test file runs in. It differs from `jest-environment-node` in one thing: its global object is an ordinary one.
 * Jest's own goes through a proxy for every name that is not declared in a file (`JSON`, `Object`, `Set`), and that was
 * a third to a half of the time of most tests. There are no fake timers: a
 * test that uses them asks for Jest's own environment.
 */
export default class PlainEnvironment implements JestEnvironment {
  readonly global: Global;
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;
  readonly moduleMocker: ModuleMocker;
  private context: Context | null;

  constructor({ projectConfig }: JestEnvironmentConfig) {
    this.context = createContext(constants.DONT_CONTEXTIFY);
    this.global = runInContext('globalThis', this.context) as Global;
    lendGlobals(this.global);
    installCommonGlobals(this.global, projectConfig.globals);
    this.moduleMocker = new ModuleMocker(this.global);
  }

  setup(): Promise<void> {
    return Promise.resolve();
  }

  teardown(): Promise<void> {
    this.context = null;
    return Promise.resolve();
  }

  exportConditions(): string[] {
    return ['node', 'node-addons'];
  }

  getVmContext(): Context | null {
    return this.context;
  }
}

/** Gives a new global object what Node adds to those of JavaScript: each is looked up when it is first asked for. */
function lendGlobals(global: Global): void {
  const own = new Set(Object.getOwnPropertyNames(global));
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (own.has(name)) continue;
    const keep = (value: unknown): void => {
      Object.defineProperty(global, name, { value, writable: true, configurable: true });
    };
    Object.defineProperty(global, name, {
      configurable: true,
      get: () => (globalThis as Record<string, unknown>)[name],
      set: keep,
    });
  }
  const shared = Object.fromEntries(SHARED.map(name => [name, globalThis[name]]));
  Object.assign(global, shared, { global });
}
