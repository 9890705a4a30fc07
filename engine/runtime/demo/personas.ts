// Whom one can speak for in the demo's web chat, in the order in which the story meets them.
import type { ChatAddress } from '../../kernel/chat.ts';
import { personOfChat } from '../../people/reach.ts';
import type { StoreContext } from '../../store/context.ts';
import { chatOf, newcomers, staffCast, studentCast } from './cast.ts';

export interface Persona {
  readonly id: string;
  /** Text key of what they are, e.g. `web:persona.coordinator`. */
  readonly role: string;
  /** Null until a newcomer has registered. */
  readonly name: string | null;
  readonly address: ChatAddress;
}

const cast = [
  newcomers[0],
  studentCast.underWay,
  studentCast.minor,
  newcomers[2],
  staffCast.head,
  staffCast.coordinator,
  staffCast.financialCentre,
  staffCast.registrar,
  newcomers[1],
  staffCast.localBody,
  staffCast.network,
  staffCast.schoolHead,
  staffCast.volunteersHead,
  staffCast.operator,
];

const addressOf = ({ id, desk }: (typeof cast)[number]): ChatAddress => ({
  desk,
  channel: 'web',
  chat: `demo-${id}`,
});

/** The chats of all of them. */
export const demoChats: readonly ChatAddress[] = cast.map(addressOf);

export async function demoPersonas(ctx: StoreContext): Promise<readonly Persona[]> {
  return Promise.all(
    cast.map(async (member) => ({
      id: member.id,
      role: `web:persona.${member.id}`,
      name: (await personOfChat(ctx, chatOf(member)))?.name ?? null,
      address: addressOf(member),
    })),
  );
}
