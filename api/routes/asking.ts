// What a route needs of a request: who asks, the command it makes, and the answer to a use-case's refusal.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Command } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { newId } from '../../engine/kernel/ids.ts';
import { closestLanguage, isLanguage, type Language } from '../../engine/kernel/languages.ts';
import type { Reason, Result } from '../../engine/kernel/result.ts';
import { unchanged } from '../conditional.ts';

/** @throws AppError `unauthenticated`: a route that asks for an actor is never open to everyone */
export function actorOf(request: FastifyRequest): Actor {
  const { actor } = request as FastifyRequest & { readonly actor?: Actor | null };
  if (actor) return actor;
  throw new AppError('unauthenticated', `${request.method} ${request.url} without an actor`);
}

/** The wish of a POST: the same key of the same actor on the same route is the same wish. */
export function commandOf(request: FastifyRequest): Command {
  const actor = actorOf(request);
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') throw new AppError('precondition-required', 'no Idempotency-Key');
  const id = `api/${actor.kind}:${actor.id}/${request.method} ${request.url}/${key}`;
  return { id, actor, request: request.id };
}

/** A reading that is noted: each time anew. */
export const readingOf = (request: FastifyRequest): Command => ({
  id: `api/read/${newId()}`,
  actor: actorOf(request),
  request: request.id,
});

/** The language that the reader likes best of ours; Kazakh where none is named. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((each) => {
    const [tag = '', quality = 'q=1'] = each.split(';').map((part) => part.trim());
    return { tag, quality: Number(quality.replace('q=', '')) };
  });
  const ours = wanted.filter(
    ({ tag, quality }) => isLanguage(tag.toLowerCase().split('-')[0]) && quality > 0,
  );
  return closestLanguage(ours.sort((a, b) => b.quality - a.quality)[0]?.tag);
}

/** Sets the ETag of a single resource. */
export const tagged = (reply: FastifyReply, version: string | number): FastifyReply =>
  reply.header('etag', `"${version}"`);

/** Refuses a change of a version that the client has not seen, where the client names one by If-Match. */
export function refuseOtherVersion(request: FastifyRequest, current: string | number): void {
  if (request.headers['if-match'] !== undefined) unchanged(request, current);
}

/**
 * The wish to decide: it names the version that the client has seen, where they name one by If-Match, and the use-case
 * compares it in its own write.
 * @param current null where it has no version
 * @throws AppError `version-conflict`
 */
export function commandOfSeen(request: FastifyRequest, current: string | number | null): Command {
  const command = commandOf(request);
  const given = request.headers['if-match'];
  if (current === null || given === undefined) return command;
  unchanged(request, current);
  return given.includes('*') ? command : { ...command, seen: String(current) };
}

/** A use-case said no: answered with 409 and every reason in the reader's language. */
export class Refusal extends AppError {
  readonly reasons: readonly (Reason & { readonly pointer?: string })[];

  constructor(reasons: Refusal['reasons']) {
    super('refused-by-rules', reasons.map((each) => each.code).join(', '));
    this.reasons = reasons;
  }
}

/**
 * @param pointers where in the body a reason applies, by its code
 * @returns what the use-case gave
 * @throws Refusal with its reasons; AppError `forbidden` when the actor may not do that to what they may see
 */
export function unwrap<T>(result: Result<T>, pointers: Readonly<Record<string, string>> = {}): T {
  if (result.ok) return result.value;
  if (result.reasons.some((each) => each.code === 'common.not-allowed'))
    throw new AppError('forbidden', 'the role does not allow it');
  if (result.reasons.some((each) => each.code === 'common.changed-meanwhile'))
    throw new AppError('version-conflict', 'it changed while it was being decided');
  throw new Refusal(
    result.reasons.map((each) => {
      const pointer = pointers[each.code];
      return pointer === undefined ? each : { ...each, pointer };
    }),
  );
}
