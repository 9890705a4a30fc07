// The tiny programme's chapter of the demo: somebody who is on the walk, and a chat that nobody has used yet.
import { systemActor } from '../../../../../../engine/kernel/actor.ts';
import { chatOf, done } from '../../../../../../engine/programmes/demo-cast.ts';
import type { DemoChapter } from '../../../../../../engine/programmes/programme.ts';
import { joinWalk } from '../use-cases/join-walk.ts';

const walker = { id: 'walker', desk: 'participant', role: 'tiny:persona.walker' } as const;
const newcomer = { id: 'new-walker', desk: 'participant', role: 'tiny:persona.newcomer' } as const;

export const demo: DemoChapter = {
  title: 'tiny:title',
  personas: [newcomer, walker],
  play: async (ctx) => {
    const who = { name: 'Қанат Мысалов', wish: 'Құстардың әнін тыңдау', language: 'kk' as const };
    const command = { id: 'demo/walker', actor: systemActor };
    done(await joinWalk(ctx, command, { chat: chatOf(walker), ...who }));
  },
};
