// Refusals in Telegram's own words: thrown by method handlers, turned into the response envelope by dispatch.ts.

export interface FailureParameters {
  readonly retry_after?: number;
}

/** One refused call: HTTP status, Telegram's description and, for floods, how long to wait (seconds). */
export class ApiFailure extends Error {
  readonly code: number;
  readonly parameters: FailureParameters | undefined;

  constructor(code: number, description: string, parameters?: FailureParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  get envelope(): object {
    const head = { ok: false, error_code: this.code, description: this.message };
    return this.parameters === undefined ? head : { ...head, parameters: this.parameters };
  }
}

export const badRequest = (reason: string): ApiFailure => new ApiFailure(400, `Bad Request: ${reason}`);
export const unauthorized = (): ApiFailure => new ApiFailure(401, 'Unauthorized');
export const forbidden = (reason: string): ApiFailure => new ApiFailure(403, `Forbidden: ${reason}`);
export const notFound = (): ApiFailure => new ApiFailure(404, 'Not Found');
export const conflict = (reason: string): ApiFailure => new ApiFailure(409, `Conflict: ${reason}`);
export const tooLarge = (): ApiFailure => new ApiFailure(413, 'Request Entity Too Large');

export const tooManyRequests = (seconds: number): ApiFailure =>
  new ApiFailure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
