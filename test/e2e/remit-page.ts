import { readFileSync } from 'node:fs';
import type { FrameLocator, Locator } from 'playwright-core';
import type { PersonAtWork } from './person-at-work.ts';

/** A file as someone chooses it. */
export interface CsvFile {
  name: string;
  content: string;
}

/** Remit's own page, or the administrators' one, in its frame, as one person sees it. */
export class RemitPage {
  readonly person: PersonAtWork;

  constructor(person: PersonAtWork) {
    this.person = person;
  }

  get frame(): FrameLocator {
    return this.person.page.frameLocator('iframe[title="Remit"]');
  }

  /** @param place - on the page, such as `/matrix` */
  async open(place = ''): Promise<void> {
    await this.person.page.goto(`/apps/remit-page${place}`);
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  async dryRun({ name, content }: CsvFile): Promise<void> {
    await this.frame
      .getByLabel('CSV file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await this.button('Dry run').click();
  }

  /** Presses a button that downloads a file. @returns its name and content */
  async download(button: string): Promise<CsvFile> {
    const [download] = await Promise.all([
      this.person.page.waitForEvent('download'),
      this.button(button).click(),
    ]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path(), 'utf8') };
  }

  /** Finds a person by name in a field, and takes the first one found. */
  async pick(label: string, name: string): Promise<void> {
    const field = this.frame.getByRole('combobox', { name: label });
    await field.fill(name);
    await this.frame
      .getByRole('listbox', { name: `People for ${label}` })
      .getByRole('option', { name })
      .waitFor();
    await field.press('Enter');
  }
}
