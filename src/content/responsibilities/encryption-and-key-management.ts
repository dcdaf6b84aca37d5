import { rowsOf } from '../activity';

/** Source: ISO/IEC 27017 10.1, 13.2; requirement R2. */
export const ENCRYPTION_AND_KEYS = rowsOf('Encryption and key management', [
  {
    id: 'key-default',
    activity: '',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['security-operations-lead'],
    informed: ['ciso'],
    customer:
      'Decide on encryption and keys that have no row, by the approved algorithms and with a named key owner.',
    policy: 'Cryptography Policy: Principles',
    procedure: 'KEY-00 Cryptography handbook',
    systemOfRecord: 'Key register',
    evidence: 'Key register entry or ticket with the decision',
    frequency: 'Per request',
  },
  {
    id: 'key-encryption-at-rest',
    activity: 'Encryption at rest',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['ciso'],
    customer:
      'Decide by data class which key protects which store, switch encryption on where it is a choice, and report stores that depart from it.',
    provider: 'Encrypt stored customer data with current algorithms, and protect the keys it holds.',
    clause: 'Encryption of stored data',
    policy: 'Cryptography Policy: Stored data',
    procedure: 'KEY-01 Encryption by data class',
    systemOfRecord: 'Key register',
    evidence: 'List of stores with data class and key',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Set EBS default encryption per region, require KMS keys of our own on restricted S3, RDS and DynamoDB by policy condition, and let Config flag what departs.',
        provider:
          'Encrypt new S3 objects by default, and use KMS keys within validated hardware modules that never release plain key material.',
        evidence: 'Config compliance of the encryption rules per account',
        clause: 'Storage encryption',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Demand customer-managed keys for restricted projects by the constraints on CMEK services and key projects, and leave default encryption for internal data.',
        provider:
          'Encrypt all content at rest in layers without action by us, with keys that it rotates in its internal key service.',
        evidence: 'CMEK constraint and key usage tracking of protected resources',
        clause: 'Default encryption',
      },
      github: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Keep restricted data out of repositories, encrypt what must be stored there before the commit, and seal Actions secrets by environment.',
        provider:
          'Encrypt repository, database and secret storage at rest with keys of its own. Customer-held keys are not offered.',
        evidence: 'Content scan for restricted data and the list of encrypted files',
        clause: 'Storage encryption',
      },
      salesforce: {
        accountable: 'application-owner',
        responsible: ['application-owner'],
        customer:
          'Choose fields and files for Shield Platform Encryption by data class, and test formulas, filters and integrations before turning it on.',
        provider:
          'Encrypt selected fields with tenant keys derived per org, and the whole storage below them.',
        evidence: 'Encryption statistics by object and the field decision list',
        clause: 'Platform encryption',
      },
      'azure-sql': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Keep transparent data encryption on, with a protector in our Key Vault for restricted databases, and use Always Encrypted for columns that administrators must not read.',
        provider:
          'Encrypt data files, logs and backups in the engine, and fetch the protector only through the server identity.',
        evidence: 'TDE protector per server and the list of encrypted columns',
        clause: 'Transparent data encryption',
      },
    },
  },
  {
    id: 'key-ownership',
    activity: 'Customer-managed key ownership',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['application-owner', 'security-operations-lead'],
    informed: ['iam-lead'],
    customer:
      'Name an owner for every key that we manage, part its administrators from its users, record which workloads fail without it, and guard its deletion by two people.',
    policy: 'Cryptography Policy: Key ownership',
    procedure: 'KEY-02 Key register and duties',
    systemOfRecord: 'Key register',
    evidence: 'Key register with owner, administrators, users and dependants',
    frequency: 'Quarterly',
    services: {
      aws: {
        customer:
          'Hold KMS keys in the account of the workload with policies that part kms:PutKeyPolicy from kms:Decrypt, set the longest waiting period on deletion, and alert on ScheduleKeyDeletion.',
        provider:
          'Enforce key policies and grants on each call, log every use, and let no one on its side export key material.',
        evidence: 'Key policy review and alerts on scheduled deletions',
        clause: 'Key custody',
      },
      'google-cloud': {
        customer:
          'Put key rings in a separate key project without workload owners, use Cloud EKM for restricted data, and check Key Access Justifications that were refused.',
        provider:
          'Run Cloud KMS and HSM, call the external key manager for each use, and state a justification with the request.',
        evidence: 'IAM of the key project and refused justifications',
        clause: 'Key management and EKM',
      },
    },
  },
  {
    id: 'key-rotation',
    activity: 'Key rotation',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    informed: ['application-owner'],
    customer:
      'Rotate keys yearly and after suspicion, know which data keeps the old key, and retire a version only when nothing needs it.',
    provider:
      'Rotate the keys that it manages itself, and support rotation of customer keys without loss of data.',
    clause: 'Key rotation',
    policy: 'Cryptography Policy: Rotation',
    procedure: 'KEY-03 Key rotation',
    systemOfRecord: 'Key register',
    evidence: 'Rotation dates against the plan',
    frequency: 'Yearly',
    services: {
      aws: {
        customer:
          'Enable automatic rotation on symmetric KMS keys, rotate imported and asymmetric keys by hand through aliases, and re-encrypt restricted buckets after a suspected leak.',
        provider:
          'Generate new backing material on schedule, and keep earlier material for decryption under the same key identifier.',
        evidence: 'GetKeyRotationStatus report for all customer-managed keys',
        clause: 'Automatic rotation',
      },
      'google-cloud': {
        customer:
          'Set a rotation period of at most 365 days on each symmetric key, re-encrypt long-lived data, then disable the version for 30 days before its destruction.',
        provider:
          'Create the new primary version on schedule, and hold versions scheduled for destruction until the waiting time ends.',
        evidence: 'Key version list with states and rotation periods',
        clause: 'Key versions',
      },
    },
  },
  {
    id: 'key-encryption-in-transit',
    activity: 'Encryption in transit',
    party: 'shared',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner', 'application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Accept TLS 1.2 or later only, refuse plain connections instead of redirecting them where clients are ours, and test endpoints from outside.',
    provider: 'Offer current protocol versions on its endpoints, and withdraw weak ones after notice.',
    clause: 'Encryption of connections',
    policy: 'Cryptography Policy: Data in transit',
    procedure: 'KEY-04 Transport encryption',
    systemOfRecord: 'Endpoint inventory',
    evidence: 'Endpoint scan with protocol versions and exceptions',
    frequency: 'Quarterly',
    services: {
      aws: {
        responsible: ['cloud-platform-owner'],
        customer:
          'Deny requests without aws:SecureTransport on buckets and queues, choose a current TLS policy on every load balancer, and reach services by VPC endpoints.',
        provider:
          'Require TLS 1.2 on service endpoints, and encrypt traffic between its facilities at the link layer.',
        evidence: 'Bucket policies and load balancer security policies by Config rule',
        clause: 'Endpoint encryption',
      },
      'google-cloud': {
        responsible: ['cloud-platform-owner'],
        customer:
          'Attach SSL policies with the restricted profile to load balancers, require mutual TLS in the service mesh, and refuse unencrypted Cloud SQL connections.',
        provider:
          'Authenticate and encrypt calls between its services, and terminate client TLS at its front ends with managed certificates.',
        evidence: 'SSL policy list and mesh authentication mode by namespace',
        clause: 'Encryption between services',
      },
    },
  },
  {
    id: 'key-certificate-lifecycle',
    activity: 'Certificate lifecycle',
    party: 'customer',
    accountable: 'cloud-platform-owner',
    responsible: ['cloud-platform-owner'],
    consulted: ['application-owner'],
    informed: ['security-operations-lead'],
    customer:
      'Issue certificates through automation, restrict the issuing authorities by CAA records, watch transparency logs for our names, and alarm 21 days before expiry.',
    policy: 'Cryptography Policy: Certificates',
    procedure: 'KEY-05 Certificates',
    systemOfRecord: 'Certificate inventory',
    evidence: 'Inventory with expiry dates and unexpected issuances',
    frequency: 'Monthly',
  },
  {
    id: 'key-compromise-response',
    activity: 'Key compromise response',
    party: 'customer',
    accountable: 'security-operations-lead',
    responsible: ['security-operations-lead', 'cloud-platform-owner'],
    consulted: ['application-owner', 'legal-counsel'],
    informed: ['ciso'],
    customer:
      'Disable the key when the loss of service is the smaller harm, find what it protected and when it was used, re-encrypt, and decide on notification.',
    policy: 'Cryptography Policy: Compromise',
    procedure: 'KEY-06 Key compromise runbook',
    systemOfRecord: 'Incident record',
    evidence: 'Timeline of disabling, use analysis and re-encryption',
    frequency: 'Per event',
  },
]);
