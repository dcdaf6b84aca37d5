import { createContext, useContext } from 'react';
import type { Space } from './api/fields';
import { listSpaces } from './api/fields';
import { isAdministrator } from './api/permissions';
import { currentAccount, installedApp, type Account, type AppModule, type InstalledApp } from './api/sandbox';

/** Everything about the person signed in that every page needs. */
export interface Session {
  account: Account;
  isAdministrator: boolean;
  spaces: Space[];
  installed: InstalledApp;
}

/** Null when no one is signed in. */
export async function loadSession(): Promise<Session | null> {
  const account = await currentAccount();
  if (!account) return null;
  const [administrator, spaces, installed] = await Promise.all([
    isAdministrator(),
    listSpaces(),
    installedApp(),
  ]);
  return { account, isAdministrator: administrator, spaces, installed };
}

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no session.');
  return session;
}

/** The app's pages outside of work items that this person may open. */
export function appPages({ installed, isAdministrator }: Session): AppModule[] {
  return installed.modules.filter(
    module =>
      module.type === 'jira:globalPage' ||
      module.type === 'jira:projectPage' ||
      (module.type === 'jira:adminPage' && isAdministrator),
  );
}
