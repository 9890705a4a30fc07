// The events of one project with its team at its desk: lists and surveys are opened, people come, answer and are decided on.
import { expect } from 'vitest';
import { loadMedia } from '../../../engine/media/store.ts';
import {
  decideEvidence,
  evidenceOf,
  findGathering,
  type GrantEvidence,
  indicatorsIn,
  projectOf,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { grantEvidence } from '../../../engine/programmes/grant/store.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { openedSurvey, openPages } from '../../support/grant/answering.ts';
import { agreedProject, newMember } from '../../support/grant/cast.ts';
import { GrantCast } from '../../support/grant/desk-cast.ts';
import { pagesOf } from '../../support/pdf-text.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';

/** In the middle of the sample's summer, its plan agreed. */
export async function openEventsScene() {
  const cast = await GrantCast.open('2025-07-10T06:00:00Z');
  const { ctx } = cast.stage;
  const stage = await agreedProject(ctx, 'main');
  const pages = await openPages(ctx);
  const lead = cast.at('lead-main');

  /** The id at the end of the newest button of a dialogue. */
  function idBehind(chat: TranscriptChat, go: string): string {
    const all = [...chat.shown].reverse().flatMap(({ message }) => (message.buttons ?? []).flat());
    const action = all.find(({ action: each }) => 'go' in each && each.go === go)?.action;
    return action && 'go' in action ? (action.argument ?? '') : '';
  }

  /** A list for an activity on the day that it is. @returns its id */
  async function openedList(activity: string): Promise<string> {
    await lead.tapRaw(`go:grant.list-open:${stage.project}`);
    await lead.tap(activity);
    await lead.tap('common:day.today');
    expect(lead.keys).toContain('grant-events:list.opened');
    return idBehind(lead, 'grant.list');
  }

  /** Somebody registered, who opens a link. */
  async function comes(name: string, payload: string): Promise<TranscriptChat> {
    await newMember(ctx, name);
    const chat = cast.at(name);
    await chat.say(`/start ${payload}`);
    return chat;
  }

  async function attends(name: string, list: string): Promise<TranscriptChat> {
    const chat = await comes(name, `ga_${list}`);
    await chat.tap('grant-events:button.attend');
    expect(chat.keys).toContain('grant-events:attend.done');
    return chat;
  }

  async function sentList(list: string): Promise<GrantEvidence> {
    await lead.tapRaw(`go:grant.list-send:${list}`);
    await lead.tap('grant-events:button.send-list');
    expect(lead.keys).toContain('grant-events:list.done');
    return evidenceOf(ctx, (await findGathering(ctx, list))?.evidence.at(-1) ?? '');
  }

  const decide = async (evidence: string, accept: boolean) => {
    const command = newCommand(stage.grantors['grant-chief-manager']);
    const comment = 'Тізімді түзетіңіз';
    unwrap(await decideEvidence(ctx, command, accept ? { evidence, accept } : { evidence, accept, comment }));
    await cast.stage.carryOn();
  };

  const fileOf = async (evidence: string): Promise<string> => {
    const { media } = await evidenceOf(ctx, evidence);
    const file = await loadMedia(ctx, media[0] ?? '');
    return (await pagesOf(Buffer.from(file?.bytes ?? []))).map((each) => JSON.stringify(each)).join(' ');
  };

  const indicator = async (id: string) => {
    const { progress } = await standingOf(ctx, await projectOf(ctx, stage.project));
    const found = indicatorsIn(progress).find((each) => each.indicator.id === id);
    if (!found) throw new Error(`no indicator ${id}`);
    return found;
  };

  /** A survey opened by the lead in the chat, by the words of its button. @returns its id */
  async function openedBy(words: string): Promise<string> {
    await lead.tapRaw(`go:grant.survey-open:${stage.project}`);
    await lead.tap(words);
    expect(lead.keys).toContain('grant-events:survey.opened');
    return idBehind(lead, 'grant.survey-page');
  }

  let respondents = 0;

  async function answered(survey: string, ...marks: readonly number[]): Promise<void> {
    for (const mark of marks) {
      respondents += 1;
      const page = await openedSurvey(cast.at(`9${respondents}`), survey);
      expect((await pages.answer(page, { 'q.satisfaction': String(mark) })).status).toBe(303);
    }
  }

  async function closed(survey: string): Promise<void> {
    await lead.tapRaw(`go:grant.survey-close:${survey}`);
    await lead.tap('grant-events:button.close-survey');
    await cast.stage.carryOn();
  }

  const sentOf = async (unit: string, activity: string) =>
    (await grantEvidence
      .on(ctx.db)
      .find({ project: stage.project, unit, activity, state: 'sent' } as never)
      .lean()) as unknown as GrantEvidence[];

  return {
    ...{
      cast,
      ctx,
      stage,
      lead,
      idBehind,
      openedList,
      comes,
      attends,
      sentList,
      decide,
      fileOf,
      indicator,
      openedBy,
      answered,
      closed,
      sentOf,
    },
    async close() {
      await pages.close();
      await cast.close();
    },
  };
}
