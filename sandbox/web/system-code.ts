/** The code of a failed system call, such as `ENOENT` or `EADDRINUSE`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
