import '@atlaskit/css-reset';
import '../page.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { followJiraTheme } from '../api/jira-page';

/** Shows a page once Jira's theme is there, so that no one in dark mode is blinded first. */
export async function openPage(page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element "root".');
  await followJiraTheme();
  createRoot(root).render(page);
}
