/**
 * The commands of @forge/bridge that a page of the app in Jira can use. One that isn't here is refused by name.
 * Source: @forge/bridge 7.2.0, and Forge's documentation of each.
 */
import { z } from 'zod';
import { invokeResolver } from '../api/sandbox';
import { eventCommands } from './event-commands';
import { fetchProduct } from './fetch-product';
import { historyCommands, type PageHistory } from './history-commands';
import type { Command } from './page-connection';
import type { ColorMode } from './protocol';
import { addressOfTarget, NavigationRequest } from './targets';

export interface FlagRequest {
  id: string;
  title: string;
  description: string;
  type: 'info' | 'success' | 'warning' | 'error';
  isAutoDismiss: boolean;
}

export interface ModalRequest {
  title: string;
  size: string;
  context: unknown;
  /** Tells the page that asked, with what the page in the dialog passed to `view.close`. */
  onClose: (payload: unknown) => void;
}

/** What the page around a frame offers to it. */
export interface PageWorld {
  moduleKey: string;
  issueKey: string | undefined;
  /** What `view.getContext()` resolves to. */
  context: () => Record<string, unknown>;
  colorMode: () => ColorMode;
  /** Calls a function of the page. */
  run: (functionNumber: number, ...args: unknown[]) => Promise<unknown>;
  go: (path: string) => void;
  showFlag: (flag: FlagRequest) => void;
  hideFlag: (id: string) => void;
  /** Present where the surroundings can be loaded again. */
  refresh?: () => Promise<void>;
  openModal: (modal: ModalRequest) => void;
  /** Present in a dialog. */
  close?: (payload: unknown) => void;
  /** Present on full pages. */
  history?: PageHistory;
  setTitle?: (title: string) => void;
  /** Ended when the frame goes away. */
  subscriptions: Map<number, () => void>;
}

const Invocation = z.object({ functionKey: z.string(), payload: z.unknown().optional() });
const Callback = z.object({ forgeFunction: z.number() });
const Flag = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']).optional(),
  isAutoDismiss: z.boolean().optional(),
});
const Modal = z.object({
  resource: z.string().nullish(),
  onClose: Callback,
  size: z.unknown(),
  context: z.unknown().optional(),
  title: z.string().optional(),
});
export function commandsOf(world: PageWorld): Map<string, Command> {
  const { moduleKey, issueKey } = world;
  const commands: [string, Command][] = [
    ['getContext', () => world.context()],
    ['enableTheming', () => ({ colorMode: world.colorMode() })],
    ['fetchProduct', fetchProduct],
    [
      'invoke',
      data => {
        const { functionKey, payload } = Invocation.parse(data);
        return invokeResolver(functionKey, payload, {
          moduleKey,
          ...(issueKey === undefined ? {} : { issueKey }),
        });
      },
    ],
    ['getFrameId', () => `${moduleKey}-frame`],
    ...viewCommands(world),
    ...flagCommands(world),
    ...eventCommands(world.subscriptions, world.run),
    ...navigationCommands(world),
    ...(world.history ? historyCommands(world.history, world.run) : []),
  ];
  return new Map(commands);
}

function viewCommands(world: PageWorld): [string, Command][] {
  const setTitle = world.setTitle;
  return [
    ['refresh', async () => (world.refresh ? world.refresh().then(() => true) : false)],
    ['submit', payload => closed(world, payload)],
    ['close', payload => closed(world, payload)],
    [
      'openModal',
      data => {
        const modal = Modal.parse(data);
        if (modal.resource)
          throw new Error('A dialog with a resource of its own is not modelled by the sandbox.');
        world.openModal({
          title: modal.title ?? '',
          size: typeof modal.size === 'string' ? modal.size : 'medium',
          context: modal.context,
          onClose: payload => void world.run(modal.onClose.forgeFunction, payload),
        });
        return true;
      },
    ],
    ...(setTitle
      ? [
          [
            'changeWindowTitle',
            (data: unknown) => {
              setTitle(z.string().parse(data));
            },
          ] satisfies [string, Command],
        ]
      : []),
  ];
}

/** Only a dialog can be closed or submitted; @forge/bridge turns false into its own error. */
function closed(world: PageWorld, payload: unknown): boolean {
  world.close?.(payload);
  return world.close !== undefined;
}

function flagCommands(world: PageWorld): [string, Command][] {
  return [
    [
      'showFlag',
      data => {
        const { id, title = '', description = '', type = 'info', isAutoDismiss = false } = Flag.parse(data);
        world.showFlag({ id, title, description, type, isAutoDismiss });
        return true;
      },
    ],
    [
      'closeFlag',
      data => {
        world.hideFlag(Flag.parse(data).id);
        return true;
      },
    ],
  ];
}

function navigationCommands(world: PageWorld): [string, Command][] {
  return [
    ['getUrl', data => new URL(addressOfTarget(NavigationRequest.parse(data)), window.location.href).href],
    [
      'navigate',
      data => {
        const request = NavigationRequest.parse(data);
        const url = new URL(addressOfTarget(request), window.location.href);
        if (request.type === 'new-tab' || url.origin !== window.location.origin)
          window.open(url.href, '_blank', 'noopener');
        else world.go(url.pathname + url.search);
      },
    ],
    [
      'reload',
      () => {
        window.location.reload();
      },
    ],
  ];
}
