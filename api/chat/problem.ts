// What went wrong, for the person in front of the page: problem details (RFC 9457) with a `detail` in their language.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode, errorTable } from '../../engine/kernel/errors.ts';
import { newReference } from '../../engine/kernel/ids.ts';
import { type Text, text } from '../../engine/kernel/message.ts';
import { asUnavailable } from '../../engine/store/unavailable.ts';
import { plainText } from '../../locales/texts.ts';
import { languageOf } from '../routes/asking.ts';

/** Thrown by the chat's routes. */
export class ChatProblem extends Error {
  readonly code: ErrorCode;
  readonly told: Text;

  constructor(code: ErrorCode, told: Text) {
    super(told.key);
    this.name = 'ChatProblem';
    this.code = code;
    this.told = told;
  }
}

export function answerProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const { code, told, status } = read(asUnavailable(error) as Error);
  if (status >= 500)
    request.log.error(
      { err: error, reference: told.params?.reference },
      'the web chat could not do what it was asked',
    );
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: `urn:qadam:problem:${code}`,
      title: code,
      status,
      code,
      detail: plainText(told, languageOf(request)),
      requestId: request.id,
    });
}

const foreseen: Partial<Record<string, () => Text>> = {
  'not-found': () => text('web:problem.not-found'),
  'too-many-requests': () => text('web:problem.too-many-requests'),
  unavailable: () => text('web:problem.unavailable'),
  contended: () => text('web:problem.unavailable'),
  'invalid-input': () => text('web:problem.invalid'),
};

function read(error: FastifyError | Error): { code: string; told: Text; status: number } {
  if (error instanceof ChatProblem)
    return { code: error.code, told: error.told, status: errorTable[error.code].status };
  const code = error instanceof AppError ? error.code : codeOfStatus(error);
  const told = foreseen[code]?.();
  if (told) return { code, told, status: errorTable[code as ErrorCode].status };
  return { code: 'bug', told: text('common:error.bug', { reference: newReference() }), status: 500 };
}

function codeOfStatus(error: Error): string {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return 'invalid-input';
  if (status === 429) return 'too-many-requests';
  if (status === 503) return 'unavailable';
  return typeof status === 'number' && status < 500 ? 'invalid-input' : 'bug';
}
