import { comparable } from '../shared/text';

/** The twelve domains of security responsibility. Source: requirement R2. */
export const DOMAINS = [
  'Governance',
  'Asset and configuration management',
  'Identity and access management',
  'Logging, monitoring and alert handling',
  'Vulnerability and patch management',
  'Change management and CI/CD security',
  'Incident response and forensics',
  'Backup, restore and resilience',
  'Encryption and key management',
  'Data lifecycle',
  'Third-party risk management',
  'Security awareness and training',
] as const;

export type Domain = (typeof DOMAINS)[number];

const BY_TEXT = new Map(DOMAINS.map(domain => [comparable(domain), domain] as const));

/** The domain that someone wrote, however they spelled it. */
export function findDomain(written: string): Domain | undefined {
  return BY_TEXT.get(comparable(written));
}
