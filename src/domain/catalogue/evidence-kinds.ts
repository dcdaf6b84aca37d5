import { revocationDue } from '../access/revocation-evidence';
import { bypassAcknowledged, bypassResolved, gateBypassed } from '../bypass/bypass-evidence';
import {
  accountOwnerChanged,
  accountOwnerChangeRejected,
  accountOwnerReverted,
  accountUnowned,
  cloudAccountRegistered,
} from '../cloud-account/account-evidence';
import { gateDecided } from '../decision/decision-evidence';
import {
  configurationApplied,
  configurationDrifted,
  configurationRestored,
} from '../evidence/configuration-evidence';
import type { EvidenceKind } from '../evidence/define-evidence';
import { personIntroduced } from '../evidence/person-evidence';
import { matrixApproved } from '../responsibility/matrix-evidence';
import { registerImported } from '../responsibility/register-evidence';
import { roleHolderChanged } from '../responsibility/role-evidence';
import { routed, routingRefused } from '../routing/routing-evidence';
import { settingsChanged } from '../settings/settings-evidence';
import { transitionObserved } from '../ticket/transition-evidence';

/** Every kind of evidence that this release writes and reads. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  gateDecided,
  transitionObserved,
  routed,
  routingRefused,
  revocationDue,
  gateBypassed,
  bypassResolved,
  bypassAcknowledged,
  cloudAccountRegistered,
  accountUnowned,
  accountOwnerChanged,
  accountOwnerChangeRejected,
  accountOwnerReverted,
  matrixApproved,
  roleHolderChanged,
  registerImported,
  settingsChanged,
  configurationApplied,
  configurationDrifted,
  configurationRestored,
  personIntroduced,
];
