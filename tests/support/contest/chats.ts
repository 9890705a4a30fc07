// Chats of people of the contest, who are registered already.
import { participantDesk as participant } from '../../../bot/dialogues/participant.ts';
import { staffDesk as staff } from '../../../bot/dialogues/staff.ts';
import type { Actor, Grant } from '../../../engine/kernel/actor.ts';
import type { Desk } from '../../../engine/kernel/chat.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import type { TranscriptChat } from '../transcript/chat.ts';
import type { Stage } from '../transcript/stage.ts';
import { command, person, unwrap } from './people.ts';

const desks = { participant: await participant(programmes), staff: await staff(programmes) };

export interface Chatting {
  readonly actor: Actor;
  readonly chat: TranscriptChat;
}

let counted = 0;

export async function chatting(
  stage: Stage,
  desk: Desk,
  name: string,
  grants: readonly Grant[] = [],
): Promise<Chatting> {
  counted += 1;
  const about = { name, birthDate: '2006-04-04', language: 'ru' as const, region: '71', phone: null };
  const key = `${desk}.telegram.${counted}`;
  const id = unwrap(
    await registerPerson(stage.ctx, command(), {
      ...about,
      chat: key,
      student: null,
      grants: [...grants],
      consents: [],
    }),
  );
  return { actor: person(id, ...grants), chat: stage.talkTo(desks[desk], String(counted)) };
}

/** Keys of the newest turn, without the lines that only say how far a dialogue is. */
export const said = ({ keys }: TranscriptChat): readonly string[] =>
  keys.filter((key) => key !== 'common:dialogue.progress');
