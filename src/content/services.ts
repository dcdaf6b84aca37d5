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
    contract: 'Name your contract: AWS Customer Agreement',
  },
  {
    key: 'google-cloud',
    name: 'Google Cloud',
    provider: 'Google Cloud EMEA Limited',
    model: 'IaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'Name your contract: Google Cloud Platform Agreement',
  },
  {
    key: 'github',
    name: 'GitHub',
    provider: 'GitHub, Inc.',
    model: 'SaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'Name your contract: GitHub Customer Agreement',
  },
  {
    key: 'salesforce',
    name: 'Salesforce',
    provider: 'SFDC Ireland Limited',
    model: 'SaaS',
    viewpoint: 'customer',
    material: false,
    contract: 'Name your contract: Salesforce Main Services Agreement',
  },
  {
    key: 'azure-sql',
    name: 'Azure SQL',
    provider: 'Microsoft Ireland Operations Limited',
    model: 'PaaS',
    viewpoint: 'customer',
    material: false,
    contract: 'Name your contract: Microsoft Customer Agreement',
  },
] as const satisfies readonly CloudService[];

/** A key of the starter services. */
export type StarterServiceKey = (typeof STARTER_SERVICES)[number]['key'];
