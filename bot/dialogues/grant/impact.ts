// Block IV beside the fact. The lead enters what each line came to, and before the plan is sent what it is to come to.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type ImpactLine,
  impactLines,
  named,
  setImpact,
  standingOf,
  writeImpact,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
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

const linesOf = async (talk: GrantTalk) => (await standingOf(talk.env, await projectIn(talk))).impact;

export const impact: Dialogue<EngineContext> = dialogue('grant.impact', { version: 1 }, [
  say('show', async (talk) => {
    const { project: id } = argumentOf(talk);
    const enter = hasTeamRole(talk, 'grant-lead') ? [button('enter-impact', 'grant.impact-fact', id)] : [];
    return {
      texts: (await linesOf(talk)).map(lineText),
      buttons: [...enter, projectButton(id), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

function lineText({ name, unit, plan, fact, told }: Awaited<ReturnType<typeof linesOf>>[number]): Text {
  const params = { ...named('line', name), unit, plan: plan ?? 0, fact: fact ?? 0, told: told ?? 0 };
  if (fact !== null)
    return text(`grant:impact.${plan !== null && fact >= plan ? 'reached' : 'short'}`, params);
  return text(`grant:impact.${told === null ? 'unknown' : 'told'}`, params);
}

const lineOptions = async (talk: GrantTalk): Promise<readonly Option[]> =>
  (await linesOf(talk)).map(({ line, name }) => ({
    value: line,
    label: text('grant:impact.option', named('line', name)),
  }));

const lineIn = (talk: GrantTalk): ImpactLine =>
  impactLines.find((each) => each === answer(talk.draft, 'line')) ?? 'direct';

const COUNT = wholeNumber({ least: 0, most: 1_000_000_000 });

export const impactFact: Dialogue<EngineContext> = dialogue('grant.impact-fact', { version: 1 }, [
  teamOnly('grant.impact-fact', 'grant-lead'),
  choose('line', lineOptions, 'grant:impact.which-line'),
  ask('value', COUNT, 'grant:impact.which-fact'),
  call(
    'set',
    (talk) =>
      setImpact(talk.env, talk.command('set'), argumentOf(talk).project, {
        line: lineIn(talk),
        value: answerNumber(talk.draft, 'value'),
      }),
    {
      ok: (_line, talk) =>
        ending(
          'impact.entered',
          undefined,
          button('impact', 'grant.impact', argumentOf(talk).project),
          menuButton(),
        ),
    },
  ),
]);

export const impactPlan: Dialogue<EngineContext> = dialogue('grant.impact-plan', { version: 1 }, [
  teamOnly('grant.impact-plan', 'grant-lead'),
  choose('line', lineOptions, 'grant:impact.which-line'),
  ask('value', COUNT, 'grant:impact.which-plan'),
  call(
    'write',
    (talk) =>
      writeImpact(
        talk.env,
        talk.command('write'),
        argumentOf(talk).project,
        lineIn(talk),
        answerNumber(talk.draft, 'value'),
      ),
    {
      ok: (_id, talk) =>
        ending(
          'impact.planned',
          undefined,
          button('write-plan', 'grant.write', argumentOf(talk).project),
          menuButton(),
        ),
    },
  ),
]);
