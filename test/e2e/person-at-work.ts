import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

export interface Look {
  colorScheme?: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  width?: number;
}

/** Far above what anything takes here; below the time-out of a test, so that what was awaited is named. */
const PATIENCE_MS = 20_000;

/** One person in a browser window of their own, doing what people do in Jira. */
export class PersonAtWork {
  readonly page: Page;
  private complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', message => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', error => this.complaints.push(String(error)));
  }

  /** Opens a window on the sign-in page. */
  static async arrive(browser: Browser, url: string, look: Look = {}): Promise<PersonAtWork> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.colorScheme ?? 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new PersonAtWork(await context.newPage());
    await person.page.goto('/');
    await person.page.getByRole('heading', { name: 'Log in to Jira' }).waitFor();
    return person;
  }

  /** Opens a window and signs in there, by choosing the person. */
  static async signedIn(browser: Browser, url: string, name: string, look: Look = {}): Promise<PersonAtWork> {
    const person = await PersonAtWork.arrive(browser, url, look);
    await person.signIn(name);
    return person;
  }

  async signIn(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    await this.page.getByRole('heading', { name: 'All work items' }).waitFor();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** What the browser has complained of since this was last asked. */
  takeComplaints(): string[] {
    return this.complaints.splice(0);
  }

  async openWorkItem(key: string): Promise<void> {
    await this.page.goto(`/browse/${key}`);
    await this.panel.getByRole('heading', { name: 'What you can do now' }).waitFor();
  }

  /** The app's panel on the work item, in its frame. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe[title="Responsibility"]');
  }

  panelSection(name: string | RegExp): Locator {
    return this.panel.getByRole('region', { name });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The line of a field in the details of the work item. */
  detail(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** The button that shows the status, when it is this one. */
  status(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Chooses an option, or a person, in a control of the open dialog. */
  async choose(label: string, option: string): Promise<void> {
    await this.dialog.getByLabel(label).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** The names of the transitions in the menu of the status. */
  async transitionsFrom(status: string): Promise<string[]> {
    await this.status(status).click();
    const items = this.page.getByRole('menuitem');
    await items.first().waitFor();
    const names = (await items.allInnerTexts()).map(text => text.split('\n')[0] ?? '');
    await this.page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    return names.sort();
  }

  async startTransition(status: string, name: string): Promise<void> {
    await this.status(status).click();
    await this.page.getByRole('menuitem', { name }).click();
  }
}
