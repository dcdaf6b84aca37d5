import type { CloudService } from '../domain/responsibility/cloud-service';

/**
 * The cloud services of the starter content, all seen as their customer. The material ones are those without
 * which the company cannot run or be trusted: each needs its own split of every gray-zone activity.
 * Source: ISO/IEC 27017 CLD.6.3.1; requirements R4, R6.
 */
export const STARTER_SERVICES = [
  {
    key: 'aws',
    name: 'AWS',
    provider: 'Amazon Web Services EMEA SARL',
    model: 'IaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'AWS Customer Agreement, MSA-2024-017',
  },
  {
    key: 'google-cloud',
    name: 'Google Cloud',
    provider: 'Google Cloud EMEA Limited',
    model: 'IaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'Google Cloud Platform Agreement, MSA-2024-022',
  },
  {
    key: 'github',
    name: 'GitHub',
    provider: 'GitHub, Inc.',
    model: 'SaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'GitHub Customer Agreement, MSA-2023-041',
  },
  {
    key: 'salesforce',
    name: 'Salesforce',
    provider: 'SFDC Ireland Limited',
    model: 'SaaS',
    viewpoint: 'customer',
    material: false,
    contract: 'Salesforce Main Services Agreement, MSA-2022-008',
  },
  {
    key: 'azure-sql',
    name: 'Azure SQL',
    provider: 'Microsoft Ireland Operations Limited',
    model: 'PaaS',
    viewpoint: 'customer',
    material: false,
    contract: 'Microsoft Customer Agreement, MSA-2023-016',
  },
] as const satisfies readonly CloudService[];

/** A key of the starter services. */
export type StarterServiceKey = (typeof STARTER_SERVICES)[number]['key'];
