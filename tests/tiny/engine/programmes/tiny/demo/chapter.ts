// The tiny programme's chapter of the demo: somebody who is on the walk, and a chat that nobody has used yet.
import { systemActor } from '../../../../../../engine/kernel/actor.ts';
import { registerProfile } from '../../../../../../engine/people/profile.ts';
import { chatOf, done } from '../../../../../../engine/programmes/demo-cast.ts';
import type { DemoChapter } from '../../../../../../engine/programmes/programme.ts';
import { joinWalk } from '../use-cases/join-walk.ts';

const walker = { id: 'walker', desk: 'participant', role: 'tiny:persona.walker' } as const;
const newcomer = { id: 'new-walker', desk: 'participant', role: 'tiny:persona.newcomer' } as const;

export const demo: DemoChapter = {
  personas: [newcomer, walker],
  play: async (ctx) => {
    const command = { id: 'demo/walker', actor: systemActor };
    const blank = { birthDate: null, region: null, phone: null };
    const who = { name: 'Қанат Мысалов', language: 'kk' as const, ...blank };
    const id = done(await registerProfile(ctx, command, { chat: chatOf(walker), ...who }));
    const actor = { kind: 'person' as const, id, grants: [] };
    done(await joinWalk(ctx, { id: 'demo/walk', actor }, 'Құстардың әнін тыңдау'));
  },
};
