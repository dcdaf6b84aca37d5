import { lazy, type ComponentType } from 'react';
import type { Reader } from '../api/reader';
import type { TabProps } from './tab-props';

export interface Tab {
  path: string;
  title: string;
  /** Whose it is, as the server decides it. */
  audience: 'everyone' | 'administrator' | 'administrator or auditor';
  Content: ComponentType<TabProps>;
}

/**
 * The parts of Remit's page, each at an address of its own and loaded when it is opened. Those for everyone come first,
 * so that they stay where they are when the others join them.
 */
export const TABS: readonly [Tab, ...Tab[]] = [
  {
    path: '/',
    title: 'Who owns this?',
    audience: 'everyone',
    Content: lazy(() => import('./owner/who-owns-this')),
  },
  {
    path: '/matrix',
    title: 'Responsibility matrix',
    audience: 'everyone',
    Content: lazy(() => import('./matrix/matrix-page')),
  },
  {
    path: '/waiting',
    title: 'Waiting for me',
    audience: 'everyone',
    Content: lazy(() => import('./waiting/waiting-for-me')),
  },
  {
    path: '/holders',
    title: 'Role holders',
    audience: 'everyone',
    Content: lazy(() => import('./holders/role-holders')),
  },
  {
    path: '/accounts',
    title: 'Cloud accounts',
    audience: 'administrator or auditor',
    Content: lazy(() => import('./accounts/cloud-accounts')),
  },
  {
    path: '/evidence',
    title: 'Evidence',
    audience: 'administrator or auditor',
    Content: lazy(() => import('./evidence/evidence-page')),
  },
  {
    path: '/settings',
    title: 'Settings',
    audience: 'administrator',
    Content: lazy(() => import('./settings/settings-page')),
  },
];

/** What is known of the reader: nothing as long as Jira was not heard, or for good where it did not answer. */
export type KnownReader = Reader | 'asking' | 'not known';

/**
 * The parts to offer to a reader: those they may use, and the one they are at. Who could not be asked about is offered
 * everything; the server decides.
 */
export function offeredTo(reader: KnownReader, shown: Pick<Tab, 'path'>): Tab[] {
  return TABS.filter(({ path, audience }) => path === shown.path || mayUse(reader, audience));
}

function mayUse(reader: KnownReader, audience: Tab['audience']): boolean {
  if (audience === 'everyone' || reader === 'not known') return true;
  if (reader === 'asking') return false;
  return reader.isAdministrator || (audience === 'administrator or auditor' && reader.isAuditor);
}
