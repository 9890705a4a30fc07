// Every winner's package, as far as the actor may see it: complete, sent, or what is missing.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  type PackageView,
  packageSeenBy,
  packagesSeenBy,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { packageTexts } from './package-text.ts';

/** 20 regions with 10 winners each. */
const MOST = 200;

const seen = async (talk: ContestTalk): Promise<readonly PackageView[]> => {
  const edition = (await runningEdition(talk))._id;
  return (await packagesSeenBy(talk.env, talk.actor, { edition }, { limit: MOST, after: null })).items;
};

const stateOf = ({ sent, missing }: PackageView): 'sent' | 'whole' | 'open' =>
  sent ? 'sent' : missing.length === 0 ? 'whole' : 'open';

const label = (found: PackageView): Text =>
  text(`contest-public:packages.${stateOf(found)}`, { name: found.winner.name, count: found.missing.length });

export const packages: Dialogue<EngineContext> = dialogue('contest.packages', { version: 1 }, [
  say('may-see', async (talk) => {
    const may = (['education-department', 'holding', 'operator'] as const).some(
      (role) => scopesOf(talk.actor, role).length > 0,
    );
    return may ? onward : ending('common:reason.not-allowed', undefined, menuButton());
  }),
  choose(
    'which',
    async (talk: ContestTalk) => (await seen(talk)).map((each) => ({ value: each.id, label: label(each) })),
    'contest-public:packages.which',
    {
      none: 'contest-public:packages.none',
      params: async (talk) => {
        const all = await seen(talk);
        return { count: all.length, sent: all.filter(({ sent }) => sent).length };
      },
    },
  ),
  say('show', async (talk) => {
    const id = answer(talk.draft, 'which');
    if (scopesOf(talk.actor, 'education-department').length > 0)
      return { texts: [], next: { go: 'contest.package-of', argument: id } };
    const found = await packageSeenBy(talk.env, talk.actor, id);
    const short = found.missing.filter(({ code }) => code.startsWith('contest.words-short'));
    return {
      texts: [...(await packageTexts(talk, found)), ...reasonTexts(short)],
      buttons: [[goButton('contest-public:button.packages', 'contest.packages')], [menuButton()]],
      ...(found.photo && { media: [found.photo.media] }),
      next: 'end',
    };
  }),
]);
