// A winner's package is written: one language at a time, piece by piece over days, and the photo. At the participant desk
// the winner does it, at the staff desk the education department, which also sends it.
import { type Language, languages } from '../../../../engine/kernel/languages.ts';
import { text } from '../../../../engine/kernel/message.ts';
import type { Result } from '../../../../engine/kernel/result.ts';
import {
  givePhoto,
  type PackageView,
  packageSeenBy,
  sendPackage,
  winningNomination,
  writeText,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Draft } from '../../../dialogue/session.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { attach } from '../../../dialogue/steps/attach.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer, answerList } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';
import { packageTexts } from './package-text.ts';

/** One message of a messenger: longer texts come in pieces. */
const LONGEST_PIECE = 4_000;

type Which = (talk: ContestTalk) => Promise<string | null>;

const isText = (draft: Draft): boolean => (languages as readonly unknown[]).includes(draft.what);

const optionsOf = (found: PackageView, maySend: boolean): readonly Option[] => [
  ...languages.map((value) => ({ value, label: text(`contest-public:package.write-${value}`) })),
  { value: 'photo', label: text(`contest-public:package.${found.hasPhoto ? 'other' : 'give'}-photo`) },
  ...(maySend && found.missing.length === 0 && !found.sent
    ? [{ value: 'send', label: text('contest-public:package.send') }]
    : []),
];

function steps(id: string, which: Which, maySend: boolean): readonly Step<EngineContext>[] {
  const nomination = async (talk: ContestTalk): Promise<string> => {
    const found = await which(talk);
    if (found === null) throw new TypeError('the first step lets nobody by without a winner');
    return found;
  };
  const view = async (talk: ContestTalk) => packageSeenBy(talk.env, talk.actor, await nomination(talk));
  const again = async (talk: ContestTalk): Promise<Outcome> => ({
    texts: [text('contest-public:package.kept')],
    next: { go: id, argument: await nomination(talk) },
  });
  const refused = async (
    reasons: Parameters<typeof reasonTexts>[0],
    talk: ContestTalk,
  ): Promise<Outcome> => ({
    texts: reasonTexts(reasons),
    next: { go: id, argument: await nomination(talk) },
  });
  const doing = async (talk: ContestTalk): Promise<Result<string>> => {
    const of = await nomination(talk);
    const what = answer(talk.draft, 'what');
    const command = talk.command('keep');
    if (what === 'send') return sendPackage(talk.env, command, of);
    const [media = ''] = answerList(talk.draft, 'photo');
    if (what === 'photo') return givePhoto(talk.env, command, { nomination: of, media });
    const how = answer(talk.draft, 'how') === 'replace' ? 'replace' : 'append';
    return writeText(talk.env, command, {
      ...{ nomination: of, how, language: what as Language },
      text: answer(talk.draft, 'text'),
    });
  };
  return [
    say('winner', async (talk) => {
      if ((await which(talk)) === null) return ending('contest-public:package.none', undefined, menuButton());
      return { texts: await packageTexts(talk, await view(talk)), next: 'on' };
    }),
    choose(
      'what',
      async (talk: ContestTalk) => optionsOf(await view(talk), maySend),
      'contest-public:package.what',
    ),
    say('begun', async (talk) => {
      const what = answer(talk.draft, 'what');
      const found = languages.find((each) => each === what);
      const isBegun = found !== undefined && (await view(talk)).texts[found].text !== '';
      return isBegun ? onward : { ...onward, known: ['how'] };
    }),
    choose('how', howOptions, 'contest-public:package.how', { when: isText }),
    ask('text', freeText({ least: 1, most: LONGEST_PIECE }), 'contest-public:package.text', {
      when: isText,
      params: (talk) => ({ language: `contest-public:in-language.${answer(talk.draft, 'what')}` }),
    }),
    attach('photo', 'contest-public:package.photo', {
      ...{ kinds: ['photo'], most: 1 },
      when: (draft) => draft.what === 'photo',
    }),
    call('keep', doing, {
      ok: (_id, talk) => (talk.draft.what === 'send' ? sentOutcome() : again(talk)),
      refused,
    }),
  ];
}

const howOptions: readonly Option[] = [
  { value: 'append', label: text('contest-public:package.append') },
  { value: 'replace', label: text('contest-public:package.replace') },
];

const sentOutcome = (): Outcome =>
  ending(
    'contest-public:package.sent',
    undefined,
    goButton('contest-public:button.packages', 'contest.packages'),
    menuButton(),
  );

/** The winner's own. */
export const ownPackage: Dialogue<EngineContext> = dialogue(
  'contest.package',
  { version: 1 },
  steps(
    'contest.package',
    async ({ env, actor }) => (await winningNomination(env, actor.id))?._id ?? null,
    false,
  ),
);

/** One of the department's winners, named by the argument. */
export const packageOf: Dialogue<EngineContext> = dialogue(
  'contest.package-of',
  { version: 1 },
  steps('contest.package-of', async ({ argument }) => (argument === '' ? null : argument), true),
);
