import { appointHolder } from '../../../src/application/holders/appoint-holder';
import { HOUR } from '../../../src/domain/shared/instant';
import { aHolder, CLOUD_ROLE, instant, SECOPS, STRANGER } from '../../support/builders/company';
import type { World } from '../../support/fakes/world';

export const DAY = 24 * HOUR;
/** The day on which tests begin, and days to come. */
export const TODAY = instant('2026-03-02');
export const NEXT_WEEK = instant('2026-03-09');
export const NEXT_YEAR = instant('2027-03-02');

/** Appoints someone to be the holder of the cloud platform from today, unless told otherwise. */
export const appoint = (world: World, overrides: Parameters<typeof aHolder>[0], by = STRANGER) =>
  appointHolder(world, aHolder({ accountId: SECOPS, from: TODAY, ...overrides }), by);

/** The periods of a role as the register has them. */
export const periods = async (world: World, role = CLOUD_ROLE) =>
  (await world.roles.holders())
    .filter(held => held.role === role)
    .map(({ accountId, capacity, from, to }) => [accountId, capacity, from, to]);
