// Where roles are held, for those who give them: the scopes to choose from, and what a scope is called.
import { type Actor, type Role, scopesOf } from '../kernel/actor.ts';
import { type Text, text } from '../kernel/message.ts';
import { fitsScope, type RoleDeclaration } from '../parts/role.ts';
import { type ScopeKind, scopeParts } from '../parts/scope.ts';
import { operates, programmeOf, reachesTo } from './giving-roles.ts';
import type { EngineContext } from './programme.ts';
import { rolesOf, scopeKindsOf } from './rooms.ts';

export interface Place {
  readonly scope: string;
  readonly label: Text;
}

export interface Places {
  readonly options: readonly Place[];
  /** Kinds of which one is typed. */
  readonly typed: readonly ScopeKind<EngineContext>[];
  /** Text key of the question for one of the options, where they are of one kind. */
  readonly question: string | null;
}

/** What a scope is called: `all` by the programme of the role, or as everything. */
export async function placeOf(ctx: EngineContext, role: Role, scope: string): Promise<Text> {
  const { kind, id } = scopeParts(scope);
  const own = programmeOf(ctx, role);
  if (kind === 'all') return own ? text(own.title) : text('staff:place.everywhere');
  return (await scopeKindsOf(ctx).get(kind)?.named(ctx, id)) ?? text('common:plain', { value: id });
}

/** Where an actor may give a role. Kinds that no part declares are left to whoever knows them. */
export async function placesToGive(ctx: EngineContext, actor: Actor, role: Role): Promise<Places> {
  const declared = rolesOf(ctx).get(role);
  if (!declared) return { options: [], typed: [], question: null };
  if (!operates(ctx, actor, role) && !declared.reaches) return ownPlaces(ctx, actor, declared);
  const kinds = kindsIn(ctx, declared);
  const options: Place[] = [];
  for (const { scope, label } of await everywhere(ctx, declared, kinds))
    if (operates(ctx, actor, role) || (await reachesTo(ctx, actor, declared, scope)))
      options.push({ scope, label });
  const [only, ...more] = kinds;
  return {
    options,
    typed: kinds.filter(({ options: all }) => !all),
    question: only && more.length === 0 ? only.question : null,
  };
}

/** The scopes of those who hold the inviting role: theirs alone, unless it is everything. */
async function ownPlaces(
  ctx: EngineContext,
  actor: Actor,
  declared: RoleDeclaration<EngineContext>,
): Promise<Places> {
  const held = (declared.invitedBy ?? []).flatMap((each) => scopesOf(actor, each));
  const scopes = [...new Set(held)].filter((scope) => fitsScope(declared, scope));
  const options = await Promise.all(
    scopes.map(async (scope) => ({ scope, label: await placeOf(ctx, declared.id, scope) })),
  );
  return { options, typed: [], question: null };
}

const kindsIn = (ctx: EngineContext, { scopes }: RoleDeclaration<EngineContext>) =>
  scopes.flatMap((pattern) => scopeKindsOf(ctx).get(scopeParts(pattern).kind) ?? []);

async function everywhere(
  ctx: EngineContext,
  declared: RoleDeclaration<EngineContext>,
  kinds: readonly ScopeKind<EngineContext>[],
): Promise<readonly Place[]> {
  const whole = fitsScope(declared, 'all')
    ? [{ scope: 'all', label: await placeOf(ctx, declared.id, 'all') }]
    : [];
  const lists = kinds.map(async ({ kind, options }) =>
    ((await options?.(ctx)) ?? []).map(({ id, label }) => ({ scope: `${kind}:${id}`, label })),
  );
  // What is alone of its kind would be lost behind pages of the others.
  const listed = (await Promise.all(lists)).sort((one, other) => one.length - other.length);
  return [...whole, ...listed.flat()].filter(({ scope }) => fitsScope(declared, scope));
}
