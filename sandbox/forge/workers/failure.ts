export type FailureCode =
  | 'FUNCTION_THREW'
  | 'FUNCTION_TIME_OUT'
  | 'FUNCTION_OUT_OF_MEMORY'
  | 'FUNCTION_CRASHED'
  | 'PAYLOAD_TOO_LARGE'
  | 'HOST_STOPPED';

/** An invocation that gave no result. For FUNCTION_THREW `message` is the app's own. */
export class FunctionFailed extends Error {
  readonly code: FailureCode;
  readonly functionKey: string;

  constructor(code: FailureCode, functionKey: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FunctionFailed';
    this.code = code;
    this.functionKey = functionKey;
  }
}
