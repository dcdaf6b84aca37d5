import { bypassAcknowledged, bypassResolved, gateBypassed } from '../bypass/bypass-evidence';
import { gateDecided, gateRefusalsCounted } from '../decision/decision-evidence';
import {
  configurationApplied,
  configurationDrifted,
  configurationRestored,
} from '../evidence/configuration-evidence';
import type { EvidenceKind } from '../evidence/define-evidence';
import { ticketBackInReach, ticketOutOfReach } from '../obligation/obligation-evidence';
import { personIntroduced } from '../evidence/person-evidence';
import { roleChanged, serviceChanged } from '../responsibility/register-entry-evidence';
import { assignmentMade, assignmentRefused, noticeGiven, noticeRefused } from '../plan/notice-evidence';
import { registerImported } from '../responsibility/register-evidence';
import { roleHolderChanged } from '../responsibility/role-evidence';
import { routed, routingRefused } from '../routing/routing-evidence';
import { settingsChanged } from '../settings/settings-evidence';
import { transitionObserved } from '../ticket/transition-evidence';
import { TICKET_KINDS } from './work-types';

/** Every kind of evidence that this release writes and reads. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  gateDecided,
  gateRefusalsCounted,
  transitionObserved,
  routed,
  routingRefused,
  assignmentMade,
  assignmentRefused,
  noticeGiven,
  noticeRefused,
  gateBypassed,
  bypassResolved,
  bypassAcknowledged,
  ticketOutOfReach,
  ticketBackInReach,
  ...TICKET_KINDS.flatMap(({ evidence = [] }) => evidence),
  roleHolderChanged,
  registerImported,
  roleChanged,
  serviceChanged,
  settingsChanged,
  configurationApplied,
  configurationDrifted,
  configurationRestored,
  personIntroduced,
];
