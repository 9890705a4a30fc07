// What follows the stages: publicity, the winners' packages, the working group and the list of laureates. The Holding's people
// and the other winners act by the use-cases; the student writes and agrees in the chat.
import type { Actor } from '../../../engine/kernel/actor.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import { keepMedia } from '../../../engine/media/store.ts';
import {
  givePhoto,
  type Nomination,
  publishLaureates,
  recordPublication,
  sendPackage,
  writeText,
} from '../../../engine/programmes/contest/programme.ts';
import { groupOf } from '../../support/contest/group.ts';
import { command, departmentOf, unwrap } from '../../support/contest/people.ts';
import { jpeg } from '../../support/contest/pictures.ts';
import { firstWords } from '../../support/contest/texts.ts';
import { holding } from '../../support/contest/winners.ts';
import type { World } from '../../support/world/world.ts';
import { type Cast, REGION } from './cast.ts';
import { onDay } from './chapters.ts';

const EDITION = '2026';
const department = departmentOf(REGION);

const winners = async ({ ctx }: World): Promise<readonly Nomination[]> =>
  (await ctx.db
    .collection('contest_nominations')
    .find({ edition: EDITION, state: { $in: ['passed', 'laureate'] } })
    .sort({ _id: 1 })
    .toArray()) as unknown as Nomination[];

/** Ten packages, each with its three texts and a photo, before 20 October. */
export async function packagesAreSent(world: World): Promise<void> {
  await onDay(world, '2026-10-18');
  for (const { _id } of await winners(world)) {
    await write(world, department, _id);
    const photo = { owner: department.id, name: 'winner.jpg', mime: null, bytes: jpeg() };
    const { _id: media } = await keepMedia(world.ctx, photo);
    unwrap(await givePhoto(world.ctx, command(department), { nomination: _id, media }));
    unwrap(await sendPackage(world.ctx, command(department), _id));
  }
}

async function write({ ctx }: World, by: Actor, nomination: string): Promise<void> {
  for (const language of languages) {
    const given = { nomination, language, text: firstWords(language, 250), how: 'replace' } as const;
    unwrap(await writeText(ctx, command(by), given));
  }
}

/** More than twenty publications about participants: twenty would not be enough. */
export async function pressWrites(world: World): Promise<void> {
  await onDay(world, '2026-11-09');
  for (let n = 1; n <= 21; n += 1) {
    const published = {
      ...({ edition: EDITION, publisher: 'all', subject: 'participants', channel: 'media' } as const),
      ...{ title: `Үздік студенттер, ${n}`, link: `https://example.org/news/${n}` },
      ...{ pictures: [], place: null, publishedOn: '2026-11-06', nomination: null },
    };
    unwrap(await recordPublication(world.ctx, command(holding), published));
  }
}

export async function laureatesAreNamed(world: World, { student }: Cast): Promise<void> {
  await onDay(world, '2026-12-14');
  await groupOf(world.ctx);
  unwrap(await publishLaureates(world.ctx, command(holding), EDITION));
  await student.getsNotice('contest:notice.laureate');
  await student.say('/status');
  await student.hears('contest:status.laureate');
}
