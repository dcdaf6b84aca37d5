/** The group whose members may read evidence and registers. Source: the public contract, "Resolver functions". */
export const AUDITORS = 'auditors';
