// Every kind of failure that the API answers with: its status, title and advice. Read by problems.ts and its tests.
import { type ErrorCode, errorTable } from '../engine/kernel/errors.ts';

export interface ProblemType {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Seconds after which the same request is worth another try. */
  readonly retryAfter?: number;
}

const words: Readonly<Record<ErrorCode, Pick<ProblemType, 'title' | 'detail'>>> = {
  'not-found': { title: 'Not found', detail: 'There is nothing here that this key may see.' },
  forbidden: { title: 'Not allowed', detail: 'The role of this key does not allow it.' },
  unauthenticated: {
    title: 'No valid key or session',
    detail: 'Send a valid key as "Authorization: Bearer <key>" or "X-API-Key: <key>", or sign in.',
  },
  'invalid-input': {
    title: 'Invalid input',
    detail: 'Something in the request cannot be taken; see errors.',
  },
  'refused-by-rules': { title: 'Refused', detail: 'The rules do not allow it now; see errors.' },
  'version-conflict': {
    title: 'Changed meanwhile',
    detail: 'The resource has another version than If-Match names. Read it again.',
  },
  'precondition-required': {
    title: 'A header is missing',
    detail: 'The request lacks a header; see errors.',
  },
  'idempotency-mismatch': {
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key came with another request. Use a fresh one.',
  },
  'too-large': { title: 'Too large', detail: 'The body of the request is larger than the server takes.' },
  'unsupported-media': { title: 'Unsupported media type', detail: 'Send the body as application/json.' },
  'too-many-requests': { title: 'Too many requests', detail: 'Wait as long as Retry-After says.' },
  contended: { title: 'Busy', detail: 'Many changes came at once. Send the request again.' },
  unavailable: { title: 'Unavailable', detail: 'The server cannot answer now. Send the request again.' },
  configuration: { title: 'Misconfigured', detail: 'The server is not set up for this.' },
};

const RETRY_SECONDS = 2;

const fromTable = Object.fromEntries(
  Object.entries(errorTable).map(([code, { status, retry }]) => [
    code,
    { ...words[code as ErrorCode], status, ...(retry && { retryAfter: RETRY_SECONDS }) },
  ]),
) as Record<ErrorCode, ProblemType>;

/** All problem types by code: those of AppError, and the few that only HTTP knows. */
export const problemTypes = {
  ...fromTable,
  'malformed-body': { status: 400, title: 'Malformed body', detail: 'The body is not valid JSON.' },
  'bad-request': {
    status: 400,
    title: 'Bad request',
    detail: 'The request is not valid HTTP for this address.',
  },
  'request-timeout': { status: 408, title: 'Too slow', detail: 'The request did not arrive in time.' },
  'headers-too-large': { status: 431, title: 'Headers too large', detail: 'The headers are too long.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address takes other methods; see the Allow header.',
  },
  'cross-site': {
    status: 403,
    title: 'Not from this page',
    detail: 'A change by a signed-in person comes from our own pages, with the X-CSRF-Token of the session.',
  },
  'in-progress': {
    status: 409,
    title: 'Still in progress',
    detail: 'The same request came before and is being worked on.',
    retryAfter: 1,
  },
  bug: {
    status: 500,
    title: 'Something went wrong',
    detail: 'The failure is logged under this reference. Name it when you ask for help.',
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemCode = keyof typeof problemTypes;
