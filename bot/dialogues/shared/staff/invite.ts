// Inviting somebody to a role, at either desk: which role, where, and the one-time link to be forwarded. Which roles and
// which places there are to choose from, their declarations say.
import type { Grant } from '../../../../engine/kernel/actor.ts';
import type { Desk } from '../../../../engine/kernel/chat.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import { ok, type Result } from '../../../../engine/kernel/result.ts';
import { operates, rolesToGive } from '../../../../engine/programmes/giving-roles.ts';
import { invitationLink, inviteStaff } from '../../../../engine/programmes/invitations.ts';
import { type Places, placesToGive } from '../../../../engine/programmes/places.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { roleText } from '../../../../engine/programmes/role-text.ts';
import { sectionsOf } from '../../../../engine/programmes/sections.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { call, goButton, reasonTexts, say, saying } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { answer, type Talk } from '../../../dialogue/talk.ts';
import { menuButton } from '../endings.ts';

type InviteTalk = Talk<EngineContext>;

/** The choice of a kind of which one is typed: `?organisation`. */
const TYPED = '?';

/** So many roles are chosen from at once. */
const ONE_PAGE = 8;

const menuRow = () => [menuButton()];

const ending = (key: string, params?: Parameters<typeof text>[1]): Outcome =>
  saying(key, params, { buttons: [menuRow()], next: 'end' });

const giveable = ({ env, actor }: InviteTalk, desk: Desk) => rolesToGive(env, actor, desk);

/** The way in, for those who may give a role at this desk: by the role's name where it is the only one. */
export function inviteRows(talk: InviteTalk): readonly (readonly Button[])[] {
  const [only, ...more] = giveable(talk, talk.address.desk);
  if (!only) return [];
  if (more.length > 0) return [[goButton('staff:button.invite', 'staff.invite')]];
  return [[goButton('staff:button.invite-as', 'staff.invite-to', only.id, { role: only.title })]];
}

/** Of an older edition: nothing of it is worth keeping. */
function askedAnew() {
  return { draft: {}, step: 'may' };
}

/** The programmes of which one may give a role. */
function sectionOptions(talk: InviteTalk) {
  const roles = giveable(talk, talk.address.desk);
  return sectionsOf(talk.env)
    .filter((section) => roles.some(({ id }) => section.roles.has(id)))
    .map(({ id, title }) => ({ value: id, label: text(title) }));
}

function rolesIn(talk: InviteTalk) {
  const roles = giveable(talk, talk.address.desk);
  const chosen = sectionsOf(talk.env).find(({ id }) => id === talk.draft.section);
  return chosen ? roles.filter(({ id }) => chosen.roles.has(id)) : roles;
}

/** Which role: passed over where there is only one, by programme where they would not fit a page. */
export const invite: Dialogue<EngineContext> = dialogue('staff.invite', { version: 3, migrate: askedAnew }, [
  say('may', (talk): Outcome => {
    const [only, ...more] = giveable(talk, talk.address.desk);
    if (!only) return ending('common:reason.not-allowed');
    if (more.length === 0) return { texts: [], next: { go: 'staff.invite-to', argument: only.id } };
    return { texts: [], next: 'on', known: more.length < ONE_PAGE ? ['section'] : [] };
  }),
  choose('section', sectionOptions, 'staff:invite.section'),
  choose(
    'role',
    (talk: InviteTalk) => rolesIn(talk).map(({ id, title }) => ({ value: id, label: text(title) })),
    'staff:invite.role',
  ),
  say('on', ({ draft }) => ({
    texts: [],
    next: { go: 'staff.invite-to', argument: answer(draft, 'role') },
  })),
]);

const roleIn = (talk: InviteTalk) => giveable(talk, talk.address.desk).find(({ id }) => id === talk.argument);

async function placesIn(talk: InviteTalk): Promise<Places> {
  const role = roleIn(talk);
  return role ? placesToGive(talk.env, talk.actor, role.id) : { options: [], typed: [], question: null };
}

/** Whoever leads everywhere sees what they give, though there be only one of it. */
const isToBeSeen = (talk: InviteTalk, [only]: Places['options']): boolean => {
  const role = roleIn(talk);
  return only !== undefined && only.scope !== 'all' && !!role && operates(talk.env, talk.actor, role.id);
};

/** Where: the argument is the role. */
export const inviteTo: Dialogue<EngineContext> = dialogue('staff.invite-to', { version: 1 }, [
  say('may', async (talk): Promise<Outcome> => {
    if (!roleIn(talk)) return ending('common:reason.not-allowed');
    const { options, typed } = await placesIn(talk);
    if (options.length + typed.length === 0) return ending('staff:invite.none');
    if (options.length + typed.length > 1 || isToBeSeen(talk, options)) return { texts: [], next: 'on' };
    return { texts: [], next: 'on', known: typed.length > 0 ? ['place'] : ['place', 'typed'] };
  }),
  choose('place', placeOptions, 'staff:invite.place', {
    params: async (talk) => ({ question: (await placesIn(talk)).question ?? 'staff:invite.where' }),
  }),
  ask('typed', oneTyped(), 'staff:invite.place', {
    params: async (talk) => ({ question: (await kindTyped(talk))?.question ?? 'staff:invite.where' }),
    when: (draft) => isTyped(draft),
  }),
  call('invite', invited, {
    ok: shown,
    refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [menuRow()], next: 'end' }),
  }),
]);

async function placeOptions(talk: InviteTalk) {
  const { options, typed } = await placesIn(talk);
  return [
    ...options.map(({ scope, label }) => ({ value: scope, label })),
    ...typed.map(({ kind }) => ({ value: `${TYPED}${kind}`, label: text('staff:invite.by-hand') })),
  ];
}

/** No place was chosen where there is only one kind to be typed. */
const isTyped = (draft: Draft): boolean =>
  draft.place === undefined || answer(draft, 'place').startsWith(TYPED);

async function kindTyped(talk: InviteTalk) {
  const { typed } = await placesIn(talk);
  const chosen = answer(talk.draft, 'place').slice(TYPED.length);
  return typed.find(({ kind }) => kind === chosen) ?? typed[0];
}

function oneTyped(): Field<EngineContext> {
  return {
    async parse(typed, talk) {
      const kind = await kindTyped(talk);
      const found = await kind?.find?.(talk.env, typed);
      if (!kind || !found) return { problem: text('staff:invite.none') };
      if (found.ok) return { value: `${kind.kind}:${found.value}` };
      return { problem: reasonTexts(found.reasons)[0] ?? text('staff:invite.none') };
    },
  };
}

async function scopeIn(talk: InviteTalk): Promise<string> {
  if (talk.draft.typed !== undefined) return answer(talk.draft, 'typed');
  if (talk.draft.place !== undefined) return answer(talk.draft, 'place');
  return (await placesIn(talk)).options[0]?.scope ?? '';
}

interface Invited {
  readonly grant: Grant;
  readonly secret: string;
}

/** The link itself: a repeat of the turn makes another, and both are good. */
async function invited(talk: InviteTalk): Promise<Result<Invited>> {
  const role = roleIn(talk)?.id ?? 'operator';
  const grant = { role, scope: await scopeIn(talk) };
  const secret = await inviteStaff(talk.env, talk.command('invite'), grant);
  return secret.ok ? ok({ grant, secret: secret.value }) : secret;
}

async function shown({ grant, secret }: Invited, { env }: InviteTalk): Promise<Outcome> {
  const link = invitationLink(env, grant, secret);
  const texts = [await roleText(env, 'staff:invite.link', grant, { link })];
  const byMail = [goButton('staff:button.by-mail', 'staff.invite-mail', secret)];
  return { texts, buttons: [byMail, menuRow()], next: 'end' };
}
