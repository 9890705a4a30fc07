// Who holds which role, and taking one away: /roles. By programme first, by a name where there are many; it asks before, and what
// was assigned to the person goes to whoever else may decide it.
import { createHash } from 'node:crypto';
import type { Grant } from '../../../../engine/kernel/actor.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { refused } from '../../../../engine/kernel/result.ts';
import { type HeldRole, heldRoles, sectionsToTake } from '../../../../engine/programmes/held-roles.ts';
import { removeStaff } from '../../../../engine/programmes/invitations.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { roleText } from '../../../../engine/programmes/role-text.ts';
import type { Section } from '../../../../engine/programmes/sections.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { menuButton, wordsOf } from '../endings.ts';
import type { StaffTalk } from './staff-talk.ts';

const { button, ending } = wordsOf((name) => `staff:${name}`);

/** Beyond so many, one writes whom one is looking for. */
const FEW = 24;

const sections = ({ env, actor }: StaffTalk) => sectionsToTake(env, actor);

/** The way in, for those who may take a role from somebody. */
export const heldRolesRows = (talk: StaffTalk) =>
  sections(talk).length > 0 ? [[button('roles', 'staff.roles')]] : [];

function sectionIn(talk: StaffTalk): Section | undefined {
  const all = sections(talk);
  return all.length === 1 ? all[0] : all.find(({ id }) => id === answer(talk.draft, 'section'));
}

async function held(talk: StaffTalk): Promise<readonly HeldRole[]> {
  const section = sectionIn(talk);
  const typed = talk.draft.name === undefined ? '' : answer(talk.draft, 'name');
  return section ? heldRoles(talk.env, talk.actor, section, typed) : [];
}

/** Names a role of a person by what it is, wherever in the list it stands by now. */
const memberId = ({ person, grant: { role, scope } }: HeldRole): string =>
  `${person}.${createHash('sha256').update(`${role}/${scope}`).digest('hex').slice(0, 12)}`;

const chosen = async (talk: StaffTalk): Promise<HeldRole | undefined> =>
  (await held(talk)).find((each) => memberId(each) === answer(talk.draft, 'member'));

const memberOptions = async (talk: StaffTalk): Promise<readonly Option[]> =>
  Promise.all(
    (await held(talk)).map(async (each) => ({
      value: memberId(each),
      label: await roleText(talk.env, 'staff:roles.option', each.grant, { who: each.name }),
    })),
  );

const NOBODY: Grant = { role: 'operator', scope: 'all' };

async function sureParams(talk: StaffTalk) {
  const found = await chosen(talk);
  const { params, words } = await roleText(talk.env, 'staff:roles.sure', found?.grant ?? NOBODY);
  return { ...params, ...(words && { text: words[talk.language] }), who: found?.name ?? '—' };
}

export const roles: Dialogue<EngineContext> = dialogue('staff.roles', { version: 1 }, [
  say('may', (talk): Outcome => {
    const [only, ...more] = sections(talk);
    if (!only) return { texts: [text('common:reason.not-allowed')], buttons: [[menuButton()]], next: 'end' };
    return more.length > 0 ? { texts: [], next: 'on' } : { texts: [], next: 'on', known: ['section'] };
  }),
  choose(
    'section',
    (talk: StaffTalk) => sections(talk).map(({ id, title }) => ({ value: id, label: text(title) })),
    'staff:roles.section',
  ),
  say('many', async (talk): Promise<Outcome> => {
    const known = [...(sections(talk).length > 1 ? [] : ['section'])];
    const isMany = (await held(talk)).length > FEW;
    return { texts: [], next: 'on', known: isMany ? known : [...known, 'name'] };
  }),
  ask('name', freeText({ least: 2, most: 100 }), 'staff:roles.name'),
  choose('member', memberOptions, 'staff:roles.which', { none: 'staff:roles.nobody' }),
  confirm('sure', 'staff:roles.sure', sureParams, { button: 'staff:button.remove-role' }),
  call(
    'remove',
    async (talk) => {
      const found = await chosen(talk);
      if (!found) return refused('common.role-gone');
      return removeStaff(talk.env, talk.command('remove'), found.person, found.grant);
    },
    {
      ok: () => ending('roles.removed', undefined, button('roles', 'staff.roles'), menuButton()),
      refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' }),
    },
  ),
]);
