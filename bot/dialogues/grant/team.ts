// Block II: who works on the project. Names and contacts are seen by the team and the grantor; the lead adds and declares.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  addMember,
  declareNone,
  employments,
  named,
  nameMember,
  seesContacts,
  written,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { fullName } from '../fields/full-name.ts';
import { phone } from '../fields/phone.ts';
import { wholeNumber } from '../fields/whole-number.ts';
import { menuButton } from '../shared/endings.ts';
import {
  argumentOf,
  button,
  ending,
  type GrantTalk,
  hasTeamRole,
  projectButton,
  projectIn,
  teamOnly,
} from './grant-talk.ts';

export const team: Dialogue<EngineContext> = dialogue('grant.team', { version: 1 }, [
  say('show', async (talk) => {
    const { project: id } = argumentOf(talk);
    const { draft, contacts, ...project } = await projectIn(talk);
    const shown = seesContacts(talk.actor, project) ? contacts : [];
    const lines = draft.team.members.map((member): Text => {
      const who = shown.find((each) => each.member === member.id);
      return text(`grant:team.member.${member.employment}`, {
        ...{
          ...named('position', member.position),
          ...named('duties', member.duties),
          share: member.share ?? 0,
        },
        ...{ name: who?.name ?? '—', contact: who?.contact ?? '—' },
      });
    });
    const none = draft.team.none.map((employment) => text(`grant:team.none.${employment}`));
    const unnamed = draft.team.members.some(
      ({ id: each }) => !contacts.some(({ member }) => member === each),
    );
    const lead = hasTeamRole(talk, 'grant-lead')
      ? [
          button('add-member', 'grant.add-member', id),
          ...(unnamed ? [button('name-member', 'grant.name-member', id)] : []),
          button('declare-none', 'grant.no-members', id),
          button('invite', 'staff.invite'),
        ]
      : [];
    return {
      texts: lines.length + none.length > 0 ? [...lines, ...none] : [text('grant:team.empty')],
      buttons: [...lead, projectButton(id), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

const employmentOptions: readonly Option[] = employments.map((value) => ({
  value,
  label: text(`grant:employment.${value}`),
}));

const employmentIn = (talk: GrantTalk) =>
  employments.find((each) => each === answer(talk.draft, 'employment')) ?? 'staff';

const LINE = freeText({ least: 2, most: 500 });

const back = (key: string) => (_id: string, talk: GrantTalk) => {
  const { project } = argumentOf(talk);
  return ending(
    key,
    undefined,
    button('team', 'grant.team', project),
    button('write-plan', 'grant.write', project),
    menuButton(),
  );
};

export const newMember: Dialogue<EngineContext> = dialogue('grant.add-member', { version: 1 }, [
  teamOnly('grant.add-member', 'grant-lead'),
  choose('employment', employmentOptions, 'grant:team.which-employment'),
  ask('name', fullName, 'grant:team.which-name'),
  ask('position', LINE, 'grant:team.which-position'),
  ask('contact', phone, 'grant:team.which-contact'),
  ask('duties', LINE, 'grant:team.which-duties'),
  ask('share', wholeNumber({ least: 1, most: 100 }), 'grant:team.which-share'),
  call(
    'add',
    (talk) =>
      addMember(talk.env, talk.command('add'), argumentOf(talk).project, {
        ...{
          employment: employmentIn(talk),
          name: answer(talk.draft, 'name'),
          contact: answer(talk.draft, 'contact'),
        },
        position: written(talk.language, answer(talk.draft, 'position')),
        duties: written(talk.language, answer(talk.draft, 'duties')),
        share: answerNumber(talk.draft, 'share'),
      }),
    { ok: back('team.added') },
  ),
]);

export const noMembers: Dialogue<EngineContext> = dialogue('grant.no-members', { version: 1 }, [
  teamOnly('grant.no-members', 'grant-lead'),
  choose('employment', employmentOptions, 'grant:team.which-none'),
  call(
    'declare',
    (talk) => declareNone(talk.env, talk.command('declare'), argumentOf(talk).project, employmentIn(talk)),
    { ok: back('team.declared') },
  ),
]);

/** Members of an imported plan have no names yet: a file carries none. */
export const memberName: Dialogue<EngineContext> = dialogue('grant.name-member', { version: 1 }, [
  teamOnly('grant.name-member', 'grant-lead'),
  choose('member', unnamedOptions, 'grant:team.which-member', { none: 'grant:team.all-named' }),
  ask('name', fullName, 'grant:team.which-name'),
  ask('contact', phone, 'grant:team.which-contact'),
  call(
    'set-name',
    (talk) =>
      nameMember(talk.env, talk.command('set-name'), argumentOf(talk).project, {
        ...{ member: answer(talk.draft, 'member'), name: answer(talk.draft, 'name') },
        contact: answer(talk.draft, 'contact'),
      }),
    { ok: back('team.named') },
  ),
]);

async function unnamedOptions(talk: GrantTalk): Promise<readonly Option[]> {
  const { draft, contacts } = await projectIn(talk);
  return draft.team.members
    .filter(({ id }) => !contacts.some(({ member }) => member === id))
    .map(({ id, position }) => ({
      value: id,
      label: text('grant:team.option', named('position', position)),
    }));
}
