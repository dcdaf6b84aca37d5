import { ACCESS } from './flows/access.ts';
import { BYPASS } from './flows/bypass.ts';
import { CLOUD_ACCOUNT } from './flows/cloud-account.ts';
import { MATRIX } from './flows/matrix.ts';
import { REGISTERS } from './flows/registers.ts';
import { SET_UP } from './flows/set-up.ts';
import { SWEEP } from './flows/sweep.ts';
import type { Flow } from './flow.ts';

/** Everything that Remit does in more than one call. */
export const FLOWS: readonly Flow[] = [CLOUD_ACCOUNT, ACCESS, MATRIX, REGISTERS, SWEEP, BYPASS, SET_UP];
