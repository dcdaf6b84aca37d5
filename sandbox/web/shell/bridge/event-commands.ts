import { z } from 'zod';
import { appEvents } from '../app-frame/app-events';
import type { Command } from './page-connection';

const Callback = z.object({ forgeFunction: z.number() });
const Subscription = z.object({ event: z.string(), callback: Callback });
const Emission = z.object({ event: z.string(), payload: z.unknown().optional() });

/**
 * `events` of @forge/bridge.
 * @param subscriptions - by number, what ends each
 * @param run - calls a function of the page
 */
export function eventCommands(
  subscriptions: Map<number, () => void>,
  run: (functionNumber: number, ...args: unknown[]) => Promise<unknown>,
): [string, Command][] {
  let numbered = 0;
  const on: Command = data => {
    const { event, callback } = Subscription.parse(data);
    numbered += 1;
    subscriptions.set(
      numbered,
      appEvents.on(event, payload => void run(callback.forgeFunction, payload)),
    );
    return numbered;
  };
  const off: Command = data => {
    const { subscription } = z.object({ subscription: z.number() }).parse(data);
    subscriptions.get(subscription)?.();
    subscriptions.delete(subscription);
  };
  const emit: Command = data => {
    const { event, payload } = Emission.parse(data);
    appEvents.emit(event, payload);
  };
  return [
    ['on', on],
    ['onPublic', on],
    ['off', off],
    ['emit', emit],
    ['emitPublic', emit],
  ];
}
