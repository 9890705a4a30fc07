// The world that is attacked: a story told in full, the API process and a worker as production starts them, both bots on the
// local Bot API server, keys of every role, forms that are open.
import { hashOfKey, newKey, storeKey } from '../../../api/auth/keys.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import type { Desk } from '../../../engine/kernel/chat.ts';
import { systemClock } from '../../../engine/kernel/clock.ts';
import { openMiniApp } from '../../../engine/people/mini-app.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { cast, type Member } from '../../api/access/cast.ts';
import { objectsOf } from '../../api/access/objects.ts';
import { type Story, tellStory } from '../../api/resources/story.ts';
import { bundle } from '../crash/bundle.ts';
import { manage } from '../crash/managed-process.ts';
import { operatorEnvironment } from '../operator.ts';
import { freshDatabase, sharedRedis } from '../services/fresh-database.ts';
import { startBotApi } from '../telegram/index.ts';
import { Person } from '../telegram/person.ts';
import { storyKey } from '../world/engine.ts';
import type { FormSecrets } from './attacks/forms.ts';
import type { Bots } from './attacks/telegram.ts';
import { someSet } from './known-names.ts';
import { startTarget, type Target, targetSources } from './target.ts';

export interface Battlefield {
  readonly story: Story;
  readonly target: Target;
  /** Ids of what exists. */
  readonly known: readonly string[];
  /** Keys, those of whoever may do much more often. */
  readonly keys: readonly string[];
  readonly formSecrets: FormSecrets;
  readonly bots: Bots;
  close(): Promise<void>;
}

const tokens: Readonly<Record<Desk, string>> = {
  participant: '1001:participant-token',
  staff: '1002:staff-token',
};
const telegramIds = [7_001, 7_002, 7_003, 7_004, 7_005, 7_006];
const armed: readonly Member[] = [
  ...Array<Member>(12).fill('operator'),
  ...(['headA', 'headA', 'headB', 'coordinatorA', 'coordinatorB', 'accreditor75', 'accreditorNvs'] as const),
  ...(['registrarAlpha', 'financialCentre', 'financialCentre', 'student', 'nobody'] as const),
];
const NEWEST = 60;

export async function openBattlefield(): Promise<Battlefield> {
  const mongodb = freshDatabase();
  const story = await tellStory(mongodb);
  const objects = await objectsOf(story);
  const api = await startBotApi();
  for (const [desk, token] of Object.entries(tokens)) {
    const bot = api.addBot({ token, username: `${desk}_bot`, name: desk });
    for (const id of telegramIds) bot.conversation(new Person({ id, firstName: 'Сынақ' })).started = true;
  }
  const bundles = await bundle(...targetSources, 'bot/worker.ts');
  const env = {
    PORT: '0',
    MONGODB_URI: mongodb,
    REDIS_URL: sharedRedis(),
    SECRET_KEY: storyKey,
    ADMIN_API_KEY: 'an-operators-key-that-only-tests-use',
    DEMO: '0',
    ...operatorEnvironment,
    PUBLIC_URL: 'https://127.0.0.1',
    TELEGRAM_API_ROOT: api.root,
    PARTICIPANT_BOT_TOKEN: tokens.participant,
    STAFF_BOT_TOKEN: tokens.staff,
    LOG_LEVEL: 'error',
  };
  const target = await startTarget(bundles, env);
  const worker = manage({ name: 'worker', file: bundles.of('bot/worker.ts'), env });
  await worker.ready();
  return {
    ...{ story, target },
    known: [...Object.values(objects), someSet, 'alpha', `${objects.studentA}.1`],
    keys: [...(await keysOf(story)), 'guess', newKey()],
    formSecrets: await openForms(story, [objects.studentA, objects.studentB, objects.studentC]),
    bots: {
      people: telegramIds,
      secretOf: (desk) => story.ctx.sealer.hash(`webhook ${desk}`),
      buttonsOf: (desk) =>
        api
          .calls(tokens[desk])
          .slice(-NEWEST)
          .flatMap(({ params }) => dataIn(params.reply_markup)),
    },
    close: async () => {
      await target.stop();
      await worker.stop();
      await api.close();
      bundles.remove();
      await story.close();
    },
  };
}

const dataIn = (markup: unknown): readonly string[] =>
  [
    ...(typeof markup === 'string' ? markup : JSON.stringify(markup ?? '')).matchAll(
      /"callback_data":"([^"]+)"/g,
    ),
  ].map(([, data = '']) => data);

async function keysOf({ ctx }: Story): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const [index, member] of armed.entries()) {
    const key = newKey();
    const wanted = { name: `${member} ${index}`, grants: cast[member].grants, expiresAt: null };
    await storeKey(
      ctx,
      { id: `key/armed-${index}`, actor: systemActor },
      `armed-${index}`,
      hashOfKey(key),
      wanted,
    );
    keys.push(key);
  }
  return keys;
}

/** Open now, by the clock of the process. */
async function openForms(story: Story, people: readonly string[]): Promise<FormSecrets> {
  const ctx = { ...story.ctx, clock: systemClock };
  const forms: string[] = [];
  const entrances: string[] = [];
  for (const person of people)
    for (const kind of ['identity-form', 'guardian-form'] as const) {
      forms.push(await openSecureForm(ctx, { kind, person }));
      entrances.push(await openMiniApp(ctx, { kind, person }, `participant.telegram.${telegramIds[0]}`));
    }
  return { forms, entrances };
}
