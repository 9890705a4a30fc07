// The people of a grant project in their chats: each registers, joins by an invitation and acts by what the bot offers.
import { participantDesk } from '../../../bot/dialogues/participant.ts';
import { staffDesk } from '../../../bot/dialogues/staff.ts';
import type { Role } from '../../../engine/kernel/actor.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { addGrant } from '../../../engine/people/staff.ts';
import {
  type GrantorRole,
  grant,
  grantorRoles,
  ownProjects,
  samplePlan,
  writeWorkbook,
} from '../../../engine/programmes/grant/programme.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { rolesOf } from '../../../engine/programmes/rooms.ts';
import { newCommand, newStaff, personOf, unwrap } from '../credit/cast.ts';
import type { TranscriptChat } from '../transcript/chat.ts';
import { openStage, type Stage } from '../transcript/stage.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let contents = 0;

type Desk = Awaited<ReturnType<typeof participantDesk>>;

export class GrantCast {
  readonly stage: Stage;
  readonly #participant: Desk;
  readonly #staff: Desk;
  project = '';

  private constructor(stage: Stage, participant: Desk, staff: Desk) {
    this.stage = stage;
    this.#participant = participant;
    this.#staff = staff;
  }

  static async open(start = '2025-05-02T06:00:00Z'): Promise<GrantCast> {
    const stage = await openStage({ start });
    return new GrantCast(stage, await participantDesk([grant]), await staffDesk(programmes));
  }

  at = (chat: string): TranscriptChat => this.stage.talkTo(this.#participant, chat);
  atStaff = (chat: string): TranscriptChat => this.stage.talkTo(this.#staff, chat);

  /** Registers a person and a project, as far as the page that follows. */
  async registered(chat = '1'): Promise<TranscriptChat> {
    const lead = this.at(chat);
    await lead.say('/start');
    await lead.tap('common:language.ru');
    await lead.tap('grant:button.register');
    await lead.say('Примерова Вера');
    await lead.tap('common:button.skip');
    await lead.tap('register:button.save');
    for (const line of ['Мысал бірлестігі', 'Школа пациента', 'Равные возможности', 'Помогать лучше'])
      await lead.say(line);
    await lead.say('Мангистауская область');
    await lead.say('Граждане области');
    await lead.say('01.05.2025');
    await lead.say('31.10.2025');
    await lead.say('Обучить 7 медработников\nОбучить 10 помощников');
    await lead.say('1. Альянс студентов, 20 филиалов');
    await lead.tap('common:button.skip');
    await lead.tap('common:button.skip');
    await lead.tap('grant:button.register');
    const person = await personOfChat(this.stage.ctx, `participant.telegram.${chat}`);
    this.project =
      ownProjects({ kind: 'person', id: person?._id ?? '', grants: person?.grants ?? [] })[0] ?? '';
    return lead;
  }

  /** The sample's workbook, sent into the chat and taken over. */
  async imported(lead: TranscriptChat): Promise<void> {
    await lead.tap('grant:button.import');
    await lead.sendFile('document', await writeWorkbook(samplePlan()), 'plan.xlsx', XLSX);
    await lead.tap('grant:button.import-now');
  }

  /** Somebody with a role in the project, at the participant desk. */
  async teamMember(chat: string, role: Role): Promise<TranscriptChat> {
    const scope = rolesOf(this.stage.ctx).get(role)?.desk === 'staff' ? 'all' : `project:${this.project}`;
    const known = await newStaff(this.stage.ctx, chat, [], (each) => `participant.telegram.${each}`);
    unwrap(await addGrant(this.stage.ctx, newCommand(), known.id, { role, scope }));
    return this.at(chat);
  }

  async grantor(chat: string, role: GrantorRole): Promise<TranscriptChat> {
    await newStaff(this.stage.ctx, chat, [{ role, scope: 'all' }]);
    return this.atStaff(chat);
  }

  /** Signed by all five, each in their own chat. */
  async agreed(): Promise<Record<'lead' | 'president' | 'manager', TranscriptChat>> {
    const lead = await this.registered();
    await this.imported(lead);
    const president = await this.teamMember('2', 'grant-president');
    const chats = new Map<GrantorRole, TranscriptChat>();
    for (const [at, role] of grantorRoles.entries())
      chats.set(role, await this.grantor(String(10 + at), role));
    await lead.tapRaw(`go:grant.send-plan:${this.project}`);
    await lead.tap('grant:button.send-plan');
    await this.stage.carryOn();
    await president.tap('grant:button.sign');
    await president.tap('grant:sign.way.own');
    for (const role of grantorRoles) {
      await this.stage.carryOn();
      const chat = chats.get(role);
      await chat?.tap('grant-staff:button.agree');
      await chat?.tap('grant-staff:button.agree');
    }
    await this.stage.carryOn();
    const manager = chats.get('grant-chief-manager');
    if (!manager) throw new Error('nobody manages');
    return { lead, president, manager };
  }

  actor = (chat: string) => personOf(this.stage.ctx, chat);

  /** A photo of its own content. */
  async photo(chat: TranscriptChat): Promise<void> {
    contents += 1;
    await chat.sendFile(
      'photo',
      Buffer.concat([PIXEL, Buffer.from(`own ${contents}`)]),
      'photo.png',
      'image/png',
    );
  }

  close = () => this.stage.close();
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
