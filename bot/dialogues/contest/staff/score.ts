// A member scores the nominees before their commission: one nominee, criterion by criterion; then all of it is confirmed.
// Others' scores are shown only after one's own are final.
import { naming } from '../../../../engine/kernel/about.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import { type Result, refused } from '../../../../engine/kernel/result.ts';
import {
  collegeName,
  draftScore,
  finishScores,
  groundLines,
  namesOf,
  nominationOf,
  type Scored,
  scoredCase,
  standAside,
  waitingFor,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer, answerNumber } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';

export const score: Dialogue<EngineContext> = dialogue('contest.score', { version: 1 }, [
  choose('nominee', waitingOptions, 'contest-staff:score.which-nominee', {
    none: 'contest-staff:score.nothing',
  }),
  say('go', ({ draft }) => ({
    texts: [],
    next: { go: 'contest.points', argument: answer(draft, 'nominee') },
  })),
]);

async function waitingOptions({ env, actor, language }: ContestTalk): Promise<readonly Option[]> {
  const waiting = await waitingFor(env, actor);
  const nominees = await Promise.all(waiting.map(({ subject }) => nominationOf(env, subject)));
  const names = await namesOf(
    env,
    nominees.map(({ person }) => person),
  );
  const order = new Intl.Collator(language);
  return nominees
    .map(({ _id, person }) => ({ _id, person, name: names.get(person) ?? '—' }))
    .sort((a, b) => order.compare(a.name, b.name))
    .map(({ _id, person, name }) => ({
      value: _id,
      label: naming(text('common:plain', { value: name }), person),
    }));
}

/** The case of the nominee that a button names, as long as it waits for this member. */
async function scoredIn({ env, actor, argument }: ContestTalk): Promise<Result<Scored>> {
  const found = (await waitingFor(env, actor)).find(({ subject }) => subject === argument);
  return found ? scoredCase(env, actor, found._id) : refused('contest-staff.not-waiting');
}

const gone = (): Outcome =>
  ending(
    'contest-staff:score.gone',
    undefined,
    goButton('contest-staff:button.score', 'contest.score'),
    menuButton(),
  );

const given = ({ case: { own } }: Scored, id: string): number | undefined =>
  own?.scores.find(({ criterion }) => criterion === id)?.score;

const missing = (scored: Scored) => scored.criteria.find(({ id }) => given(scored, id) === undefined);

/** One criterion after the other; what was given before is kept as a draft. */
export const points: Dialogue<EngineContext> = dialogue('contest.points', { version: 1 }, [
  say('look', async (talk) => {
    const scored = await scoredIn(talk);
    if (!scored.ok) return gone();
    if (!missing(scored.value))
      return { texts: [], next: { go: 'contest.score-final', argument: talk.argument } };
    const isFirst = (scored.value.case.own?.scores.length ?? 0) === 0;
    if (!isFirst) return onward;
    const { nomination } = scored.value;
    const media = nomination.grounds.flatMap((each) => each.media);
    return { texts: await cardLines(talk, scored.value), media, next: 'on' };
  }),
  choose('points', pointOptions, 'contest-staff:score.which-points', { params: pointParams, columns: 6 }),
  call('save', saved, {
    ok: (_id, talk) => ({ texts: [], next: { go: 'contest.points', argument: talk.argument } }),
  }),
]);

async function cardLines({ env }: ContestTalk, { nomination, name }: Scored): Promise<readonly Text[]> {
  const params = { ...(await collegeName(env, nomination.college)), name, mark: nomination.lowestMark };
  return [naming(text('contest-staff:score.nominee', params), nomination.person), ...groundLines(nomination)];
}

async function pointOptions(talk: ContestTalk): Promise<readonly Option[]> {
  const scored = await scoredIn(talk);
  const most = (scored.ok && missing(scored.value)?.most) || 0;
  return Array.from({ length: most + 1 }, (_, value) => ({
    value: String(value),
    label: text('common:plain', { value: String(value) }),
  }));
}

async function pointParams(talk: ContestTalk) {
  const scored = await scoredIn(talk);
  const criterion = scored.ok ? missing(scored.value) : undefined;
  return {
    criterion: `contest:criterion.${criterion?.id ?? 'study'}`,
    ...{ most: criterion?.most ?? 0, name: scored.ok ? scored.value.name : '' },
  };
}

async function saved(talk: ContestTalk): Promise<Result<string>> {
  const scored = await scoredIn(talk);
  if (!scored.ok) return scored;
  const criterion = missing(scored.value);
  if (!criterion) return refused('contest-staff.not-waiting');
  return draftScore(talk.env, talk.command(`points-${criterion.id}`), scored.value.case._id, {
    criterion: criterion.id,
    score: answerNumber(talk.draft, 'points'),
  });
}

export const scoreFinal: Dialogue<EngineContext> = dialogue('contest.score-final', { version: 1 }, [
  say('still', async (talk) => ((await scoredIn(talk)).ok ? onward : gone())),
  confirm('sure', 'contest-staff:score.sure', undefined, {
    button: 'contest-staff:button.confirm-scores',
    facts: scoreLines,
  }),
  call(
    'finish',
    async (talk: ContestTalk) => {
      const scored = await scoredIn(talk);
      return scored.ok ? finishScores(talk.env, talk.command('finish'), scored.value.case._id) : scored;
    },
    { ok: (_id, talk) => afterwards(talk, 'contest-staff:score.done') },
  ),
]);

async function scoreLines(talk: ContestTalk): Promise<readonly Text[]> {
  const scored = await scoredIn(talk);
  if (!scored.ok) return [];
  const { nomination, name, criteria } = scored.value;
  return [
    naming(text('contest-staff:score.of', { name }), nomination.person),
    ...criteria.map(({ id, most }) =>
      text('contest-staff:score.line', {
        ...{ criterion: `contest:criterion.${id}`, score: given(scored.value, id) ?? 0, most },
      }),
    ),
  ];
}

async function afterwards({ env, actor }: ContestTalk, key: string): Promise<Outcome> {
  const count = (await waitingFor(env, actor)).length;
  const next = count > 0 ? [goButton('contest-staff:button.score-next', 'contest.score')] : [];
  return ending(key, undefined, ...next, menuButton());
}

/** A member who is not free to judge says so: the nominee is decided without them. */
export const aside: Dialogue<EngineContext> = dialogue('contest.aside', { version: 1 }, [
  choose('nominee', waitingOptions, 'contest-staff:aside.which-nominee', {
    none: 'contest-staff:score.nothing',
  }),
  ask('reason', freeText({ least: 3, most: 500 }), 'contest-staff:aside.reason'),
  call(
    'aside',
    async (talk: ContestTalk) => {
      const scored = await scoredIn({ ...talk, argument: answer(talk.draft, 'nominee') });
      return scored.ok
        ? standAside(talk.env, talk.command('aside'), scored.value.case._id, answer(talk.draft, 'reason'))
        : scored;
    },
    { ok: (_id, talk) => afterwards(talk, 'contest-staff:aside.done') },
  ),
]);
