// How calls to the Bot API fail, in one form for both frameworks, and what that means for a send.
// The only place that reads Telegram's descriptions: it gives no codes finer than the HTTP status.
import { DAY, SECOND } from '../../../engine/kernel/clock.ts';
import { SendFailure, type SendFailureKind } from '../../dialogue/port.ts';

/** Telegram answered, and said no. */
export class ApiRefusal extends Error {
  readonly code: number;
  /** Seconds, 0 where Telegram does not say. */
  readonly retryAfter: number;

  constructor(code: number, description: string, retryAfter: unknown = 0) {
    super(description);
    this.name = 'ApiRefusal';
    this.code = code;
    this.retryAfter = secondsOf(retryAfter);
  }
}

/** Longer than that Telegram is not believed: it is asked again after a day, and may say so again. */
const LONGEST_WAIT = DAY / SECOND;

/** What is no number would become a time that neither the store nor a timer understands. */
const secondsOf = (told: unknown): number =>
  typeof told === 'number' && told > 0 ? Math.min(told, LONGEST_WAIT) : 0;

/** No answer that could be read: broken connection, time-out, cut-off body. */
export class NoAnswer extends Error {
  /** False when the request surely never left. */
  readonly maybeTaken: boolean;

  constructor(method: string, cause: unknown) {
    super(`${method}: no answer from Telegram`, { cause });
    this.name = 'NoAnswer';
    this.maybeTaken = !neverLeft(cause);
  }
}

const described = {
  notModified: /message is not modified/i,
  gone: /message to edit not found|message can't be edited|message_id_invalid|message identifier is not specified/i,
  noText: /there is no text in the message to edit/i,
  noCaption: /there is no caption in the message to edit/i,
  noPerson: /chat not found|user not found|peer_id_invalid|input_user_deactivated|user is deactivated/i,
  fileTooBig: /file is too big/i,
} as const;

/** True when Telegram refused a call for this reason. */
export const isRefusal = (error: unknown, reason: keyof typeof described): boolean =>
  error instanceof ApiRefusal && error.code === 400 && described[reason].test(error.message);

/** True when Telegram will not take what was sent (a file it cannot show, too large a body), whoever it is for. */
export const isContentRefused = (error: unknown): boolean =>
  error instanceof ApiRefusal && (error.code === 400 || error.code === 413) && !isRefusal(error, 'noPerson');

/** @param repeatable the call has the same effect when made twice, so that an unknown outcome is no danger */
export function asSendFailure(error: unknown, repeatable: boolean): unknown {
  if (error instanceof ApiRefusal) {
    return new SendFailure(kindOf(error), `${error.code} ${error.message}`, error.retryAfter, error);
  }
  if (error instanceof NoAnswer) {
    const kind = error.maybeTaken && !repeatable ? 'ambiguous' : 'unavailable';
    return new SendFailure(kind, error.message, 0, error);
  }
  return error;
}

function kindOf(refusal: ApiRefusal): SendFailureKind {
  if (refusal.code === 429) return 'flood';
  if (refusal.code === 403 || isRefusal(refusal, 'noPerson')) return 'unreachable';
  // 401, 404 and 409 speak of the token and of other processes, not of this message.
  return refusal.code === 400 || refusal.code === 413 ? 'refused' : 'unavailable';
}

const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function neverLeft(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && NEVER_LEFT.has(at.code)) return true;
  }
  return false;
}
