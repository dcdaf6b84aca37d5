import type { Browser } from 'playwright-core';
import { Governance } from '../acceptance/site/governance.ts';
import { launchBrowser } from '../support/browser.ts';
import type { Person, TestSandboxOptions } from '../support/sandbox-client.ts';
import { PersonAtWork, type Look } from './person-at-work.ts';

/** The sample company, set up, with a browser for its people. */
export class Office {
  readonly site: Governance;
  readonly browser: Browser;

  private constructor(site: Governance, browser: Browser) {
    this.site = site;
    this.browser = browser;
  }

  static async open(options?: TestSandboxOptions): Promise<Office> {
    const [site, browser] = await Promise.all([Governance.open(options), launchBrowser()]);
    return new Office(site, browser);
  }

  /** A window of this person's own, in which they have signed in. */
  signIn(person: Person, look?: Look): Promise<PersonAtWork> {
    return PersonAtWork.signedIn(this.browser, this.site.sandbox.url, this.site.nameOf(person), look);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.sandbox.stop();
  }
}
