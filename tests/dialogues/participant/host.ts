// The other side of the student's story, played by use-cases: an accredited organisation with projects, a university,
// the Financial Centre, and a student who comes as far as a test needs. Everybody here is made up.
import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { checkDigit } from '../../../engine/kernel/iin.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import { registerOrganisation } from '../../../engine/organisations/registration.ts';
import { openIdentityForm, provideIdentity } from '../../../engine/people/identity.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import {
  decideHours,
  decideReport,
  inviteStudent,
  publishProject,
} from '../../../engine/programmes/credit/programme.ts';
import { students } from '../../../engine/programmes/credit/store.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { openCreditStage, participantDesk } from '../../support/credit/desks.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import type { Stage } from '../../support/transcript/stage.ts';

export const BIN = withCheckDigit('01014000000');
export const IBAN = 'KZ86125KZT5004100100';
/** Of somebody born on 14 May 2005, as `student` says. */
export const IIN = withCheckDigit('05051450000');

let commands = 0;

export const by = (id: string, ...grants: readonly Grant[]): Command => {
  commands += 1;
  const actor: Actor = { kind: 'person', id, grants };
  return { id: `test/${commands}`, actor };
};

const coordinator = (): Command => by('head', { role: 'head', scope: `organisation:${BIN}` });
export const centre = (): Command => by('centre', { role: 'financial-centre', scope: 'all' });
export const registrar = (): Command => by('registrar', { role: 'registrar', scope: 'university:mysal' });

/** @throws with the reasons when a use-case refused */
export async function unwrap<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.reasons));
  return settled.value;
}

export class Host {
  readonly stage: Stage;
  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** A stage with two universities and an accredited organisation. */
  static async open(): Promise<Host> {
    const stage = await openCreditStage();
    const { ctx } = stage;
    const system = (id: string): Command => ({ id, actor: systemActor });
    const named = { kk: '«Мысал» университеті', ru: 'Университет «Мысал»', en: 'Mysal University' };
    await unwrap(addUniversity(ctx, system('u1'), { id: 'mysal', ...named, region: '71' }));
    const other = { kk: '«Үлгі» университеті', ru: 'Университет «Үлгі»', en: 'Ulgi University' };
    await unwrap(addUniversity(ctx, system('u2'), { id: 'ulgi', ...other, region: '75' }));
    const head = { chat: 'staff.telegram.900', name: 'Басшы Мысал', language: 'kk' as const };
    await unwrap(
      registerOrganisation(ctx, by('head'), {
        bin: BIN,
        name: 'Центр <Пример>',
        kind: 'local',
        region: '71',
        address: 'Астана, Примерная, 1',
        activities: ['elderly', 'tutoring', 'leisure'],
        contact: '—',
        head,
      }),
    );
    const accreditor = by('accreditor', { role: 'accreditor', scope: 'region:71' });
    await unwrap(decideAccreditation(ctx, accreditor, BIN, { accredit: true }));
    return new Host(stage);
  }

  /** Publishes a project with two interview times on the next two days. */
  publish(
    title: string,
    settings: { direction?: 'elderly' | 'tutoring'; region?: string; places?: number } = {},
  ) {
    const { direction = 'tutoring', region = '71', places = 5 } = settings;
    return unwrap(
      publishProject(this.stage.ctx, coordinator(), {
        organisationId: BIN,
        title,
        description: 'Занятия после уроков.',
        direction,
        region,
        address: 'Примерная, 1',
        from: '2026-10-01',
        to: '2026-12-20',
        places,
        slots: [
          { startsAt: new Date('2026-10-06T09:00:00Z'), capacity: 2 },
          { startsAt: new Date('2026-10-07T09:00:00Z'), capacity: 1 },
        ],
      }),
    );
  }

  chat(id: string, language: 'kk' | 'ru' | 'en' = 'ru'): TranscriptChat {
    return this.stage.talkTo(participantDesk, id, language);
  }

  /** Greeted and registered through the dialogues. */
  async student(
    id = '1',
    language: 'kk' | 'ru' | 'en' = 'ru',
    birth = '14.05.2005',
  ): Promise<TranscriptChat> {
    const chat = this.chat(id, language);
    await chat.say('/start');
    await chat.tap(language);
    await chat.tap('credit.register');
    await chat.tap('yes');
    await chat.say('Үлгі Айгүл');
    await chat.tap('mysal');
    await chat.tap('2');
    await chat.tap('71');
    await chat.tap('!skip');
    await chat.say(birth);
    await chat.tap('yes');
    return chat;
  }

  async book(chat: TranscriptChat, projectId: string, slot = 0): Promise<void> {
    await chat.tapRaw(`go:credit.book:${projectId}`);
    const choices = chat.shown.at(-1)?.message.buttons?.flat() ?? [];
    const action = choices[slot]?.action;
    await chat.tap(action && 'choice' in action ? action.choice : '');
    await chat.tap('credit:button.book');
  }

  /** The organisation invites whoever booked last. */
  async invite(chatId = '1'): Promise<string> {
    const { interviews } = await this.record(chatId);
    const id = interviews.at(-1)?.id ?? '';
    await unwrap(inviteStudent(this.stage.ctx, coordinator(), id));
    await this.stage.carryOn();
    return id;
  }

  /** A student with an accepted 20-hour credit. */
  async working(id = '1'): Promise<TranscriptChat> {
    const chat = await this.student(id);
    await this.book(chat, await this.publish('Алгебра'));
    await this.invite(id);
    await chat.tap('credit.accept');
    await chat.tap('20');
    await chat.tap('credit:button.accept');
    await this.stage.carryOn();
    return chat;
  }

  async reportHours(chat: TranscriptChat, date: string, time: string): Promise<void> {
    await chat.tapRaw('go:credit.report-hours:');
    await chat.say('Решали задачи с учениками');
    await chat.tap('!skip');
    await chat.sayAll(date, time);
    await chat.tap('credit:button.send');
  }

  /** The coordinator decides every waiting entry. */
  async decideHours(reason: string | null, chatId = '1'): Promise<void> {
    const { credits } = await this.record(chatId);
    const waiting = credits.flatMap((each) => each.entries).filter((each) => each.state === 'reported');
    for (const { id: entryId } of waiting) {
      const decision =
        reason === null ? { entryId, confirm: true as const } : { entryId, confirm: false as const, reason };
      await unwrap(decideHours(this.stage.ctx, coordinator(), decision));
    }
    await this.stage.carryOn();
  }

  /** All twenty hours confirmed, on three days after the start. */
  async completed(id = '1'): Promise<TranscriptChat> {
    const chat = await this.working(id);
    this.stage.clock.set('2026-10-12T15:00:00Z');
    await this.reportHours(chat, '2026-10-08', '09:00–17:00');
    await this.reportHours(chat, '2026-10-09', '09:00–17:00');
    await this.reportHours(chat, '2026-10-10', '09:00–13:00');
    await this.decideHours(null, id);
    return chat;
  }

  async decideReport(comment: string | null, chatId = '1'): Promise<string> {
    const { credits } = await this.record(chatId);
    const creditId = credits.at(-1)?.id ?? '';
    const decision =
      comment === null
        ? { creditId, approve: true as const }
        : { creditId, approve: false as const, comment };
    await unwrap(decideReport(this.stage.ctx, coordinator(), decision));
    await this.stage.carryOn();
    return creditId;
  }

  /** The secure form is filled in. */
  async giveIdentity(chatId = '1', iin = IIN): Promise<void> {
    const { ctx } = this.stage;
    const secret = await openIdentityForm(ctx, await this.personId(chatId));
    await unwrap(provideIdentity(ctx, secret, { iin, iban: IBAN }));
    await this.stage.carryOn();
  }

  async personId(chatId: string): Promise<string> {
    const person = await personOfChat(this.stage.ctx, `participant.telegram.${chatId}`);
    if (!person) throw new Error(`nobody registered in chat ${chatId}`);
    return person._id;
  }

  async record(chatId = '1') {
    const found = await students
      .on(this.stage.ctx.db)
      .findById(await this.personId(chatId))
      .lean();
    if (!found) throw new Error('the student has no record');
    return found;
  }
}

function withCheckDigit(eleven: string): string {
  for (let n = 0; n < 10; n += 1) {
    const candidate = `${eleven.slice(0, 10)}${n}`;
    const digit = checkDigit(candidate);
    if (digit !== null) return `${candidate}${digit}`;
  }
  throw new RangeError(`no check digit for ${eleven}`);
}
