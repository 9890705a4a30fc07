// What is done with API keys: make, list, revoke, recognise. Only operators manage them.
import { createHash } from 'node:crypto';
import { type ApiKey, apiKeys } from '../../engine/access/store.ts';
import { type Actor, type Command, type Grant, holds } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { newId, newSecret } from '../../engine/kernel/ids.ts';
import { ok, type Result } from '../../engine/kernel/result.ts';
import { areApart, heldApart } from '../../engine/programmes/giving-roles.ts';
import type { EngineContext } from '../../engine/programmes/programme.ts';
import { rolesOf } from '../../engine/programmes/rooms.ts';
import { change, create } from '../../engine/store/command.ts';
import type { StoreContext } from '../../engine/store/context.ts';

/** With the registry: keys hold the roles that it declares. */
export type KeyContext = StoreContext & Pick<EngineContext, 'programmes'>;

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A fresh key: 158 random bits behind a prefix by which leaked ones are found. */
export const newKey = (): string => `qadam_${newSecret()}`;

export interface NewApiKey {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly expiresAt: Date | null;
}

/** @throws AppError `forbidden` for anyone but operators of everything */
export function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'API keys are for operators');
}

/**
 * Operators make keys for every role but those that must stay apart from theirs: whoever makes a key can act with it. Keys of
 * such a role are made by those who hold it. @throws AppError `forbidden`
 */
function refuseMaking(ctx: KeyContext, { grants: held, ...actor }: Actor, wanted: readonly Grant[]): void {
  const isApart = ({ role }: Grant) => areApart(rolesOf(ctx), role, 'operator');
  const isOwn = ({ role, scope }: Grant) => holds({ ...actor, grants: held }, role, scope);
  if (!wanted.every((each) => isApart(each) && isOwn(each))) refuseOthers({ ...actor, grants: held });
  const besides = (grant: Grant) => [...held, ...wanted].filter((each) => each !== grant);
  if (wanted.some((each) => heldApart(ctx, besides(each), each.role)))
    throw new AppError('forbidden', 'these roles must stay in different hands');
}

/** @returns the record and the key, which nobody can read again */
export async function createApiKey(
  ctx: KeyContext,
  command: Command,
  wanted: NewApiKey,
): Promise<{ readonly record: ApiKey; readonly key: string }> {
  refuseMaking(ctx, command.actor, wanted.grants);
  const key = newKey();
  const id = newId();
  await storeKey(ctx, command, id, hashOfKey(key), wanted);
  return { record: await apiKey(ctx, id), key };
}

/** Keeps the hash of a key. Nothing happens when the id is there already. */
export async function storeKey(
  ctx: StoreContext,
  command: Command,
  id: string,
  hash: string,
  { name, grants, expiresAt }: NewApiKey,
): Promise<void> {
  const createdBy = `${command.actor.kind}:${command.actor.id}`;
  await create(ctx, apiKeys, id, command, {
    action: 'key created',
    set: {
      name,
      hash,
      grants: grants.map((grant) => ({ ...grant })),
      createdBy,
      createdAt: ctx.clock.now(),
      expiresAt,
      revokedAt: null,
    },
    result: id,
    details: { name, grants },
  });
}

/** @throws AppError `not-found` */
export async function apiKey(ctx: StoreContext, id: string): Promise<ApiKey> {
  const found = await apiKeys.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `api_keys/${id}`);
  return found as ApiKey;
}

/** Ends a key at once. Revoking it again changes nothing. */
export function revokeApiKey(ctx: StoreContext, command: Command, id: string): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, apiKeys, id, command, ({ revokedAt }) =>
    ok({ action: 'key revoked', set: { revokedAt: revokedAt ?? ctx.clock.now() }, result: id }),
  );
}

/** Who acts with a key; null when it is unknown, revoked or has expired. */
export async function actorOfKey(ctx: StoreContext, key: string): Promise<Actor | null> {
  const found = await apiKeys
    .on(ctx.db)
    .findOne({ hash: hashOfKey(key), revokedAt: null })
    .lean();
  if (!found || (found.expiresAt !== null && found.expiresAt <= ctx.clock.now())) return null;
  return { kind: 'key', id: found._id, grants: found.grants };
}
