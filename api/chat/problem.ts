// What went wrong, for the person in front of the page: the problem details of the whole API, with a `detail` in their
// language.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorCode } from '../../engine/kernel/errors.ts';
import { type Text, text } from '../../engine/kernel/message.ts';
import { plainText } from '../../locales/texts.ts';
import { type Problem, problemOf, sendProblem } from '../problems.ts';
import { languageOf } from '../routes/asking.ts';

/** Thrown by the chat's routes. */
export class ChatProblem extends AppError {
  readonly told: Text;

  constructor(code: ErrorCode, told: Text) {
    super(code, told.key);
    this.name = 'ChatProblem';
    this.told = told;
  }
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  const told = error instanceof ChatProblem ? error.told : toldOf(problem);
  return sendProblem(reply, { ...problem, detail: plainText(told, languageOf(request)) });
}

function toldOf({ code, status, reference }: Problem): Text {
  if (reference !== undefined) return text('common:error.bug', { reference });
  if (code === 'not-found') return text('web:problem.not-found');
  if (code === 'too-many-requests') return text('web:problem.too-many-requests');
  return text(status >= 500 ? 'web:problem.unavailable' : 'web:problem.invalid');
}
