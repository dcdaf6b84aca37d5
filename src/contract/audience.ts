/** The group whose members may read evidence and registers. Source: the public contract, "Resolver functions". */
export const AUDITORS = 'auditors';

/**
 * Who may call a function. `space reader`: anyone who can browse our space. `reader`: the function checks for itself
 * who may read the ticket that it is about.
 */
export type Audience = 'administrator' | 'administrator or auditor' | 'space reader' | 'reader';
