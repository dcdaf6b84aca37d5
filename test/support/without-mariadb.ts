/** In the place of every test on the second database, where there is none: a gap that is counted, and says why. */
import { describe, it } from '@jest/globals';

describe('the second database', () => {
  it.skip(`is not here: ${process.env['REMIT_NO_MARIADB'] ?? ''}`, () => undefined);
});
