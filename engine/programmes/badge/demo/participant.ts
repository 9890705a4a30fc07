// The demo's participant, from the consent to «Қатысушы»: of age, at bronze, in all six directions.
import { addDays, localDate } from '../../../kernel/calendar.ts';
import { keepMedia } from '../../../media/store.ts';
import { giveConsent } from '../../../people/consents.ts';
import type { EngineContext } from '../../context.ts';
import { actor, type CastMember, done } from '../../demo-cast.ts';
import { activateParticipant } from '../application/activate.ts';
import { applyForLevel } from '../application/apply.ts';
import { decideApplication } from '../application/decide.ts';
import { signAgreement } from '../application/sign.ts';
import { recordBriefing, recordTalk } from '../application/talk.ts';
import { participationOf } from '../cases.ts';
import { consentTerms } from '../consent.ts';
import { directionsOf } from '../reference/mandatory.ts';
import { draftSchedule } from '../schedule/draft.ts';
import { agreeSchedule, proposeSchedule } from '../schedule/propose.ts';
import type { Direction } from '../states.ts';
import { BIN, cast } from './cast.ts';
import { as } from './command.ts';

const OPERATOR = { id: 'operator', desk: 'staff' } as const;
/** A picture of one point: the demo shows nobody. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const forms = { sport: 'section', talent: 'circle', heritage: 'national-culture' } as const;
const formOf = (direction: Direction) => (direction in forms ? forms[direction as keyof typeof forms] : null);
const needsProvider = (direction: Direction) => direction === 'volunteering' || direction === 'tourism';

/** @returns the participation's id */
export async function begin(ctx: EngineContext): Promise<string> {
  const person = await actor(ctx, cast.participant);
  const terms = { ...consentTerms(ctx.clock.now()), person: person.id, givenBy: person.id };
  done(await giveConsent(ctx, as('consent', person), terms));
  const id = done(await applyForLevel(ctx, as('application', person), await wishOf(ctx, person.id)));
  done(await signAgreement(ctx, as('agreement', person), id));
  const operator = await actor(ctx, OPERATOR as CastMember);
  done(await decideApplication(ctx, as('accepted', operator), { id, accept: true }));
  await activate(ctx, id);
  return id;
}

async function wishOf(ctx: EngineContext, owner: string) {
  const photo = await keepMedia(ctx, {
    ...{ owner, name: 'photo.png', mime: 'image/png', bytes: Buffer.from(PICTURE, 'base64') },
  });
  const place = { region: '71', place: 'Астана, Мысал көшесі, 7' };
  return {
    level: 'bronze' as const,
    page: {
      ...{ photo: photo._id, residence: place, about: 'Тауға шыққанды жақсы көремін', hobby: 'Домбыра' },
      study: { kind: 'university' as const, place: 'Мысал университеті', region: '71' },
    },
    directions: directionsOf('bronze').map((direction) => ({
      ...{ direction, form: formOf(direction), activity: 'Апта сайынғы сабақ' },
      provider: needsProvider(direction) ? 'jardem' : null,
    })),
    ...{ longer: null, profile: 'general' as const, centre: BIN },
    mentor: (await actor(ctx, cast.mentor)).id,
  };
}

async function activate(ctx: EngineContext, id: string): Promise<void> {
  const person = await actor(ctx, cast.participant);
  const mentor = await actor(ctx, cast.mentor);
  const notes = { withGuardian: false, residence: 'Ата-анасымен тұрады', health: 'Шектеу жоқ' };
  done(await recordTalk(ctx, as('talk', mentor), id, notes));
  done(await recordBriefing(ctx, as('briefing', mentor), id));
  const participation = await participationOf(ctx, id);
  const { rules, clock } = ctx;
  const tomorrow = addDays(localDate(clock.now()), 1);
  const lines = draftSchedule(rules, participation, participation.startedOn, tomorrow);
  const plan = { lines, longer: null, heritageLonger: false };
  const version = done(await proposeSchedule(ctx, as('schedule', mentor), id, plan));
  done(await agreeSchedule(ctx, as('schedule-agreed', person), id, version));
  done(await activateParticipant(ctx, as('activated', mentor), id));
}
