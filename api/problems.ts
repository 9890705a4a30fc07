// Failures as RFC 9457 problem details. Whatever is thrown ends here; nothing of a bug is told but its reference.
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { AppError, type ErrorDetail } from '../engine/kernel/errors.ts';
import { newReference } from '../engine/kernel/ids.ts';
import type { Language } from '../engine/kernel/languages.ts';
import { reasonKey } from '../engine/kernel/result.ts';
import { scrub } from '../engine/runtime/logger.ts';
import { asUnavailable } from '../engine/store/unavailable.ts';
import { plainText } from '../locales/texts.ts';
import { type Fault, faultSchema } from './fault.ts';
import { type ProblemCode, type ProblemType, problemTypes } from './problem-types.ts';
import { languageOf, Refusal } from './routes/asking.ts';
import { type FailedValidation, validationFaults } from './validation.ts';

/** The body of every answer from 400 on. */
export const problemSchema = Type.Object(
  {
    type: Type.String({ description: '`urn:qadam:problem:<code>`, stable.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(faultSchema)),
    reference: Type.Optional(Type.String({ description: 'Of a failure in the log.' })),
    requestId: Type.String(),
  },
  { description: 'Problem details (RFC 9457).' },
);
export type Problem = Static<typeof problemSchema>;

/** A failure that only HTTP knows; everything else is an AppError. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpProblem';
    this.code = code;
    this.headers = headers;
  }
}

/** What of a thrown value is told. Logs bugs and what cannot be reached. */
export function problemOf(thrown: unknown, request: FastifyRequest): Problem {
  const error = asUnavailable(thrown);
  if (error instanceof Refusal) return about(request, error.code, refusals(error, languageOf(request)));
  if (error instanceof AppError) {
    if (error.status >= 500) request.log.warn({ err: error, code: error.code }, 'request not served');
    return about(request, error.code, error.details.map(faultOf));
  }
  if (error instanceof HttpProblem) return about(request, error.code);
  return ofFastify(error, request) ?? bug(error, request);
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter }: ProblemType = problemTypes[problem.code as ProblemCode];
  if (retryAfter !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  // Serialised here: the routes' own schemas describe their good answers only.
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body) => (typeof body === 'string' ? body : JSON.stringify(body)))
    .send(problem);
}

function about(request: FastifyRequest, code: ProblemCode, errors: readonly Fault[] = []): Problem {
  const { status, title, detail } = problemTypes[code];
  const problem = { type: `urn:qadam:problem:${code}`, title, status, code, detail, requestId: request.id };
  return errors.length > 0 ? { ...problem, errors: errors.map(withoutNumbers) } : problem;
}

/** What somebody sent by mistake as a name or a value, e.g. an IIN, is not told again: answers end in logs of others. */
const withoutNumbers = (fault: Fault): Fault => ({
  ...fault,
  ...(fault.pointer !== undefined && { pointer: scrub(fault.pointer) }),
  ...(typeof fault.value === 'string' && { value: scrub(fault.value) }),
});

const faultOf = ({ pointer, value, hint }: ErrorDetail): Fault => ({
  ...(pointer !== undefined && { pointer }),
  detail: hint ?? 'not as it should be',
  ...(value !== undefined && { value }),
});

const refusals = (error: Refusal, language: Language): Fault[] =>
  error.reasons.map((reason) => ({
    ...(reason.pointer !== undefined && { pointer: reason.pointer }),
    code: reason.code,
    detail: plainText({ key: reasonKey(reason), ...(reason.params && { params: reason.params }) }, language),
  }));

const byStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Fastify's own errors: what its validation, parser and plugins refuse. */
function ofFastify(error: unknown, request: FastifyRequest): Problem | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  if ('validation' in error)
    return about(request, 'invalid-input', validationFaults(error as unknown as FailedValidation));
  const status = Number(error.statusCode);
  if (!(status >= 400 && status < 500) && status !== 503) return null;
  const isBody = error instanceof SyntaxError || ('code' in error && String(error.code).includes('BODY'));
  return about(request, byStatus[status] ?? (isBody ? 'malformed-body' : 'bad-request'));
}

function bug(error: unknown, request: FastifyRequest): Problem {
  const reference = newReference();
  request.log.error({ err: error, reference }, 'unexpected error');
  return { ...about(request, 'bug'), reference };
}
