// One error class over one table. Callers choose a code; status, text and retry follow from it.
// Never match on a message: it is for the log only.

export const errorTable = {
  'not-found': { status: 404, retry: false },
  forbidden: { status: 403, retry: false },
  unauthenticated: { status: 401, retry: false },
  'invalid-input': { status: 400, retry: false },
  'refused-by-rules': { status: 409, retry: false },
  'version-conflict': { status: 412, retry: false },
  'precondition-required': { status: 428, retry: false },
  'idempotency-mismatch': { status: 422, retry: false },
  'too-large': { status: 413, retry: false },
  'unsupported-media': { status: 415, retry: false },
  'too-many-requests': { status: 429, retry: true },
  contended: { status: 503, retry: true },
  unavailable: { status: 503, retry: true },
  configuration: { status: 500, retry: false },
} as const;

export type ErrorCode = keyof typeof errorTable;

export interface ErrorDetail {
  /** JSON pointer or field name of the offending value. */
  readonly pointer?: string;
  readonly value?: unknown;
  /** How to fix it. */
  readonly hint?: string;
}

/** An expected failure of a request. `text key` is `common:error.<code>`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];

  constructor(code: ErrorCode, message: string, details: readonly ErrorDetail[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorTable[this.code].status;
  }

  get retry(): boolean {
    return errorTable[this.code].retry;
  }
}
