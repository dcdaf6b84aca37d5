import { describe } from '@jest/globals';
import { APP_FIELDS } from '../../../src/domain/work-type/fields';
import { jiraSite } from '../../../src/provisioning/adapters/jira/jira-site';
import { ADMINISTRATOR, enterLocalSite } from '../adapters/jira/local-site';
import { FakeJiraSite } from '../fakes/jira-site/fake-jira-site';
import { fieldsContract } from './contracts/site-fields.ts';
import { projectsContract } from './contracts/site-projects.ts';
import { screensContract } from './contracts/site-screens.ts';
import type { OpenSite } from './contracts/site-under-test.ts';
import { workflowsContract } from './contracts/site-workflows.ts';

const SITES: Readonly<Record<string, OpenSite>> = {
  'in memory': () => {
    const fake = new FakeJiraSite();
    fake.installFields(Object.values(APP_FIELDS).map(({ moduleKey }) => moduleKey));
    return Promise.resolve({ site: fake.port(), administrator: ADMINISTRATOR });
  },
  'in Jira': () => {
    enterLocalSite();
    return Promise.resolve({ site: jiraSite(), administrator: ADMINISTRATOR });
  },
};

describe.each(Object.entries(SITES))('the configuration of a site, %s,', (_, open) => {
  describe('of fields', () => {
    fieldsContract(open);
  });
  describe('of screens and work types', () => {
    screensContract(open);
  });
  describe('of workflows', () => {
    workflowsContract(open);
  });
  describe('of spaces', () => {
    projectsContract(open);
  });
});
