import { lazy, type ComponentType } from 'react';
import type { TabProps } from './tab-props';

interface Tab {
  path: string;
  title: string;
  Content: ComponentType<TabProps>;
}

/** The parts of Remit's page, each at an address of its own and loaded when it is opened. */
export const TABS: readonly Tab[] = [
  { path: '/', title: 'Who owns this?', Content: lazy(() => import('./owner/who-owns-this')) },
  { path: '/matrix', title: 'Responsibility matrix', Content: lazy(() => import('./matrix/matrix-page')) },
  { path: '/waiting', title: 'Waiting for me', Content: lazy(() => import('./waiting/waiting-for-me')) },
  { path: '/accounts', title: 'Cloud accounts', Content: lazy(() => import('./accounts/cloud-accounts')) },
  { path: '/holders', title: 'Role holders', Content: lazy(() => import('./holders/role-holders')) },
  { path: '/evidence', title: 'Evidence', Content: lazy(() => import('./evidence/evidence-page')) },
  { path: '/settings', title: 'Settings', Content: lazy(() => import('./settings/settings-page')) },
];
