// A member assesses a nominee: a score for each criterion, then the badge and, apart from it, the invitation to the ceremony.
import { text } from '../../../../engine/kernel/message.ts';
import {
  type Criterion,
  criteria,
  currentCommission,
  assess as give,
  nomineeCard,
  type Verdict,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer, answerNumber } from '../../../dialogue/talk.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

const COLUMNS = 4;

/** The scale as the commission's rule has it, the best first: a page holds eight. */
async function scale({ env }: AwardTalk): Promise<readonly Option[]> {
  const rule = (await currentCommission(env))?.rule;
  const [{ least = 0, most = 0, step = 1 } = {}] = rule?.questions[0]?.criteria ?? [];
  const count = Math.floor((most - least) / step) + 1;
  return Array.from({ length: count }, (_, at) => most - at * step).map((score) => ({
    value: String(score),
    label: text('badge-award:assess.score', { score }),
  }));
}

const verdicts: readonly Option[] = (['for', 'against'] as const).map((value) => ({
  value,
  label: text(`badge-award:verdict.${value}`),
}));

const verdictOf = ({ draft }: AwardTalk, step: string): Verdict =>
  answer(draft, step) === 'for' ? 'for' : 'against';

async function nameOf({ env, actor, argument }: AwardTalk) {
  const { name, award } = await nomineeCard(env, actor, argument);
  return { name, level: award.level };
}

const scoreStep = (criterion: Criterion) =>
  choose(criterion, scale, `badge-award:assess.${criterion}`, { columns: COLUMNS, params: nameOf });

export const assess: Dialogue<EngineContext> = dialogue('badge.assess', { version: 1 }, [
  ...criteria.map(scoreStep),
  choose('award', verdicts, 'badge-award:assess.award', { params: nameOf }),
  choose('invitation', verdicts, 'badge-award:assess.invitation', { params: nameOf }),
  review('review', 'badge-award:assess.review', reviewParams, {
    button: 'badge-award:button.vote',
    change: [...criteria, 'award', 'invitation'].map((step) => ({
      step,
      label: `badge-award:change.${step}`,
    })),
  }),
  call(
    'assess',
    (talk: AwardTalk) =>
      give(talk.env, talk.command('assess'), talk.argument, {
        scores: Object.fromEntries(criteria.map((each) => [each, answerNumber(talk.draft, each)])) as Record<
          Criterion,
          number
        >,
        award: verdictOf(talk, 'award'),
        invitation: verdictOf(talk, 'invitation'),
      }),
    { ok: () => ending('assess.done', undefined, button('nominees', 'badge.nominees')) },
  ),
]);

async function reviewParams(talk: AwardTalk) {
  const scores = criteria.map((each) => [each, answerNumber(talk.draft, each)]);
  const { award, invitation } = {
    award: verdictOf(talk, 'award'),
    invitation: verdictOf(talk, 'invitation'),
  };
  return { ...(await nameOf(talk)), ...Object.fromEntries(scores), award, invitation };
}
