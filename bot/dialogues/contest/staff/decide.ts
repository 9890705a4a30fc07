// Whoever keeps the papers decides the stage: who has voted, what is still missing, and then the order of the nominees.
import { seeCases, seeProtocol } from '../../../../engine/commissions/see.ts';
import { naming } from '../../../../engine/kernel/about.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  concludeStage,
  namesOf,
  nominationOf,
  openSittingOf,
  PROTOCOL,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { placeIn, placeSteps, placeWord } from './places.ts';

export const decide: Dialogue<EngineContext> = dialogue('contest.decide', { version: 1 }, [
  ...placeSteps,
  say('sits', async (talk) =>
    (await openSittingOf(talk.env, await placeIn(talk)))
      ? { texts: [], next: 'on' }
      : ending('contest:reason.no-sitting', undefined, menuButton()),
  ),
  confirm('sure', 'contest-staff:decide.sure', undefined, {
    button: 'contest-staff:button.decide',
    facts: votedLines,
  }),
  call(
    'decide',
    async (talk: ContestTalk) => {
      const place = await placeIn(talk);
      const sitting = await openSittingOf(talk.env, place);
      const number = await concludeStage(talk.env, talk.command('decide'), place);
      return number.ok ? { ok: true as const, value: sitting?._id ?? '' } : number;
    },
    {
      ok: (sitting) => ({ texts: [], next: { go: 'contest.protocol', argument: sitting } }),
      refused: async (reasons, talk) => ({
        texts: [text('contest-staff:decide.not-yet'), ...reasonTexts(reasons)],
        buttons: [
          [goButton('contest-staff:button.desk', 'contest.desk', placeWord(await placeIn(talk)))],
          [menuButton()],
        ],
        next: 'end',
      }),
    },
  ),
]);

/** Of each nominee how many have voted, of how many; never a score. */
async function votedLines(talk: ContestTalk): Promise<readonly Text[]> {
  const sitting = await openSittingOf(talk.env, await placeIn(talk));
  const seen = sitting ? await seeCases(talk.env, talk.actor, sitting._id) : null;
  if (!seen?.ok) return [];
  const open = seen.value.filter(({ state }) => state === 'open');
  const nominees = await Promise.all(open.map(({ subject }) => nominationOf(talk.env, subject)));
  const names = await namesOf(
    talk.env,
    nominees.map(({ person }) => person),
  );
  return open.map(({ finished, entitled }, n) => {
    const person = nominees[n]?.person ?? '';
    const params = { name: names.get(person) ?? '—', finished, count: entitled };
    return naming(text('contest-staff:decide.voted', params), person);
  });
}

/** What was decided, best first. The whole protocol is a file, by a one-time link. */
export const protocol: Dialogue<EngineContext> = dialogue('contest.protocol', { version: 1 }, [
  say('show', async (talk) => {
    const kept = await seeProtocol(talk.env, talk.actor, talk.argument);
    if (!kept.ok) return { texts: reasonTexts(kept.reasons), buttons: [[menuButton()]], next: 'end' };
    const { number, protocol: written } = kept.value;
    const rows = written.rankings.list.flatMap((each) => each.rows);
    const nominees = await Promise.all(rows.map(({ subject }) => nominationOf(talk.env, subject)));
    const names = await namesOf(
      talk.env,
      nominees.map(({ person }) => person),
    );
    return {
      texts: [
        text('contest-staff:protocol.title', { number, date: written.concludedOn }),
        ...rows.map(({ rank, total, outcome }, n) => {
          const person = nominees[n]?.person ?? '';
          const name = names.get(person) ?? '—';
          const params = { rank, name, total: total.shown, outcome: outcome.key };
          return naming(text('contest-staff:protocol.row', params), person);
        }),
      ],
      buttons: [
        [goButton('contest-staff:button.protocol-file', 'shared.document', `${PROTOCOL}:${talk.argument}`)],
        [goButton('contest-staff:button.desk', 'contest.desk')],
        [menuButton()],
      ],
      next: 'end',
    };
  }),
]);
