// The lead sends the plan to be agreed; the president signs it for the grantee, or returns it.
import { text } from '../../../engine/kernel/message.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  agreementVersion,
  draftFindings,
  planCounts,
  returnPlan,
  seenProject,
  sendPlan,
  signPlan,
  subjectParts,
  themeParams,
  versionOf,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { deciding } from '../../dialogue/steps/deciding.ts';
import { answer } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { menuButton } from '../shared/endings.ts';
import {
  argumentOf,
  button,
  ending,
  type GrantTalk,
  projectButton,
  projectIn,
  teamOnly,
} from './grant-talk.ts';

export const sendForAgreement: Dialogue<EngineContext> = dialogue('grant.send-plan', { version: 1 }, [
  teamOnly('grant.send-plan', 'grant-lead'),
  confirm('sure', 'grant:send-plan.sure', undefined, {
    button: 'grant:button.send-plan',
    facts: async (talk) => {
      const project = await projectIn(talk);
      return [
        text('grant:write.counts', planCounts(project.draft)),
        ...draftFindings(project).map(({ code, params }) => text(`grant:finding.${code}`, params)),
      ];
    },
  }),
  call('send', (talk) => sendPlan(talk.env, talk.command('send'), argumentOf(talk).project), {
    ok: (version, talk) =>
      ending('send-plan.done', { version }, projectButton(argumentOf(talk).project), menuButton()),
    refused: (reasons, talk) => ({
      texts: reasons.map(({ key, code, params }) =>
        text(key ?? `grant:reason.${code.replace(/^grant\./, '')}`, params),
      ),
      buttons: [[button('write-plan', 'grant.write', argumentOf(talk).project)], [menuButton()]],
      next: 'end',
    }),
  }),
]);

const ways: readonly Option[] = ['own', 'acting', 'return'].map((value) => ({
  value,
  label: text(`grant:sign.way.${value}`),
}));

const versionIn = async (talk: GrantTalk) => {
  const { project, version } = subjectParts(talk.argument);
  const found = await seenProject(talk.env, talk.actor, project);
  return { project: found, version: versionOf(found, version) };
};

/** «№ 3 қосымшамен таныстым және келісемін»: what the signature says is shown before it is given. */
export const sign: Dialogue<EngineContext> = dialogue('grant.sign', { version: 1 }, [
  deciding(
    choose('way', ways, 'grant:sign.sure', {
      params: async (talk) => {
        const { version } = await versionIn(talk);
        return { ...themeParams(version.plan), ...planCounts(version.plan), version: version.no };
      },
    }),
  ),
  ask('comment', freeText({ least: 3, most: 1000 }), 'grant:sign.what-to-change', {
    when: (draft) => draft.way === 'return',
  }),
  call('decide', decide, {
    ok: (_value, talk) => {
      const key = answer(talk.draft, 'way') === 'return' ? 'sign.returned' : 'sign.done';
      return ending(key, undefined, projectButton(subjectParts(talk.argument).project), menuButton());
    },
  }),
]);

async function decide(talk: GrantTalk): Promise<Result<unknown>> {
  const { version } = await versionIn(talk);
  const signing = { ...subjectParts(talk.argument), as: 'grant-president' as const };
  const command = { ...talk.command('decide'), seen: agreementVersion(version) };
  const way = answer(talk.draft, 'way');
  if (way === 'return')
    return returnPlan(talk.env, command, { ...signing, comment: answer(talk.draft, 'comment') });
  return signPlan(talk.env, command, { ...signing, acting: way === 'acting' });
}
