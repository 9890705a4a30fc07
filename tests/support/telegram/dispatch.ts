// Runs one call: finds the method, checks parameter names, records the call, turns failures into envelopes.
import type { BotAccount, Call } from './bot-account.ts';
import { ApiFailure, notFound } from './failure.ts';
import { albumMethods } from './methods/albums.ts';
import { callbackMethods } from './methods/callbacks.ts';
import { editingMethods } from './methods/editing.ts';
import { mediaMethods } from './methods/media.ts';
import { messageMethods } from './methods/messages.ts';
import { Described, type Method, type MethodContext } from './methods/method.ts';
import { settingsMethods } from './methods/settings.ts';
import { updateMethods } from './methods/updates.ts';
import { Params } from './params.ts';
import { type RequestBody, readBody } from './request-body.ts';
import type { World } from './world.ts';

const METHODS = new Map<string, { readonly name: string; readonly method: Method }>();
for (const group of [
  updateMethods,
  messageMethods,
  editingMethods,
  mediaMethods,
  albumMethods,
  callbackMethods,
  settingsMethods,
]) {
  for (const [name, method] of Object.entries(group)) METHODS.set(name.toLowerCase(), { name, method });
}

export interface Answer {
  readonly status: number;
  readonly envelope: object;
}

export interface CallSource {
  readonly method: string;
  readonly body: RequestBody;
  readonly byWebhook: boolean;
  onHangUp(callback: () => void): void;
}

/** Method names are matched without regard to case, as Telegram does; the answer is the documented spelling. */
export const canonicalName = (method: string): string => METHODS.get(method.toLowerCase())?.name ?? method;

/** Notes a call before anything is decided about it. */
export function recordCall(world: World, bot: BotAccount, { method, body, byWebhook }: CallSource): Call {
  const params = new Params(body).toRecord();
  const call: Call = { method: canonicalName(method), params, at: world.now(), status: 0, byWebhook };
  bot.calls.push(call);
  return call;
}

/** Carries a call out. Refusals become envelopes; anything else thrown here is a defect of the server and goes up. */
export async function carryOut(
  world: World,
  bot: BotAccount,
  source: CallSource,
  call: Call,
): Promise<Answer> {
  try {
    const result = await run(world, bot, source);
    call.status = 200;
    if (!(result instanceof Described)) return { status: 200, envelope: { ok: true, result } };
    const { result: value, description } = result;
    return { status: 200, envelope: { ok: true, result: value, description } };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    call.status = error.code;
    call.description = error.message;
    return { status: error.code, envelope: error.envelope };
  }
}

function run(world: World, bot: BotAccount, source: CallSource): unknown {
  const known = METHODS.get(source.method.toLowerCase());
  if (!known) throw notFound();
  const params = new Params(source.body);
  const warn = (text: string): void => {
    world.warnings.push({ bot: bot.username, method: known.name, text });
  };
  const context: MethodContext = {
    ...{ world, bot, params, warn },
    onHangUp: source.onHangUp,
    onWebhookReply: (contentType, body) => replyByWebhook(world, bot, contentType, body),
  };
  warnOfUnknown(known.method, params, warn);
  return known.method.run(context);
}

function warnOfUnknown(method: Method, params: Params, warn: (text: string) => void): void {
  for (const name of params.names()) {
    // Frameworks repeat the method in form bodies; uploads may have any name, they are referred to by attach://.
    if (name === 'method' || params.upload(name) || method.params.includes(name)) continue;
    warn(`unknown parameter "${name}"`);
  }
}

/** A call made in the answer to a webhook delivery: its outcome is told to nobody, so a refusal becomes a warning. */
async function replyByWebhook(
  world: World,
  bot: BotAccount,
  contentType: string,
  bytes: Buffer,
): Promise<void> {
  const body = await readBody(contentType, bytes).catch(() => undefined);
  const method = body?.fields.method;
  if (!body || typeof method !== 'string') return;
  const source: CallSource = { method, body, byWebhook: true, onHangUp: () => {} };
  const call = recordCall(world, bot, source);
  const answer = await carryOut(world, bot, source, call);
  if (answer.status !== 200) {
    world.warnings.push({
      bot: bot.username,
      method,
      text: `webhook reply refused: ${call.description ?? ''}`,
    });
  }
}
