// Whom one can speak for in the demo's web chat: by programme, in the order in which its story meets them, and one operator.
import type { ChatAddress } from '../../kernel/chat.ts';
import { personOfChat } from '../../people/reach.ts';
import { chatOf } from '../../programmes/demo-cast.ts';
import type { DemoPersona, EngineContext, Programme } from '../../programmes/programme.ts';
import { operatorPersona } from './operator.ts';

export interface Persona {
  readonly id: string;
  /** Text key of what they are, e.g. `web:persona.coordinator`. */
  readonly role: string;
  /** Text key of the programme whose story they are of, or of all programmes. */
  readonly group: string;
  /** Null until a newcomer has registered. */
  readonly name: string | null;
  readonly address: ChatAddress;
}

type Member = DemoPersona & Pick<Persona, 'group'>;

const castOf = (programmes: readonly Programme[]): readonly Member[] => [
  ...programmes.flatMap(({ title, demo }) =>
    (demo?.personas ?? []).map((each) => ({ ...each, group: title })),
  ),
  { ...operatorPersona, group: 'web:demo.every-programme' },
];

const addressOf = ({ id, desk }: DemoPersona): ChatAddress => ({
  desk,
  channel: 'web',
  chat: `demo-${id}`,
});

/** The chats of all of them. */
export const demoChats = (programmes: readonly Programme[]): readonly ChatAddress[] =>
  castOf(programmes).map(addressOf);

export async function demoPersonas(ctx: EngineContext): Promise<readonly Persona[]> {
  return Promise.all(
    castOf(ctx.programmes).map(async (member) => ({
      ...{ id: member.id, role: member.role, group: member.group },
      name: (await personOfChat(ctx, chatOf(member)))?.name ?? null,
      address: addressOf(member),
    })),
  );
}
