import type { SiteAccounts } from '../../../../src/provisioning/ports/site-accounts';
import type { SiteResolutions } from '../../../../src/provisioning/ports/site-resolutions';
import { add, read, type FakeSite } from './fake-state';

export function accountsOf(fake: FakeSite): SiteAccounts {
  return { appAccount: () => read(fake.appAccount) };
}

export function resolutionsOf(fake: FakeSite): SiteResolutions {
  const { resolutions } = fake.state;
  return {
    resolutions: () => read(resolutions),
    createResolution: resolution => fake.write('createResolution', () => add(fake, resolutions, resolution)),
  };
}
