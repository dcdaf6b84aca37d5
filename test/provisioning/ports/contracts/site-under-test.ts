import { beforeEach } from '@jest/globals';
import type { JiraSite } from '../../../../src/provisioning/ports/jira-site';

/** A Jira site on which the app is installed and nothing else is. */
export interface SiteUnderTest {
  site: JiraSite;
  /** Account id of an administrator. */
  administrator: string;
}

export type OpenSite = () => Promise<SiteUnderTest>;

/** Gives each test of the surrounding `describe` a site of its own. */
export function useSite(open: OpenSite): () => SiteUnderTest {
  let opened: SiteUnderTest;
  beforeEach(async () => {
    opened = await open();
  });
  return () => opened;
}

/** Whether the site said no, in words that an administrator is told. */
export async function isRefused(site: JiraSite, write: Promise<unknown>): Promise<boolean> {
  const fault: unknown = await write.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return site.reasonOf(fault) !== undefined;
}
