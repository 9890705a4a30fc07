// The people of a world: each in their chat of a desk, the same name at the same desk in the same chat.
import type { Desk } from '../../../engine/kernel/chat.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import { provideIdentity } from '../../../engine/people/identity.ts';
import { StoryActor } from './actor.ts';
import type { StoryEngine } from './engine.ts';
import type { Stages } from './stages.ts';

export interface WorldPeople {
  /** Someone in a chat of a desk. The same name at the same desk is the same chat. */
  person(name: string, desk: Desk, language: Language): StoryActor;
  /** Fills in the secure form behind a link, as its page does. @returns whether it was taken */
  fillIdentity(link: string, identity: { readonly iin: string; readonly iban: string }): Promise<boolean>;
  chatKeyOf(name: string, desk: Desk): string;
  /** What a channel's server refused or shook its head at; empty in a story that goes well. */
  objections(): readonly string[];
}

/** @param onAct called before everything that a person does */
export function peopleOf({ ctx }: StoryEngine, stages: Stages, onAct?: () => Promise<void>): WorldPeople {
  const actors = new Map<string, StoryActor>();
  return {
    person: (name, desk, language) => {
      const key = `${desk}/${name}`;
      const driver = () => stages.of(name).driver(name, desk, language);
      const actor = actors.get(key) ?? new StoryActor(name, driver(), language, onAct);
      actors.set(key, actor);
      return actor;
    },
    fillIdentity: async (link, identity) =>
      (await provideIdentity(ctx, link.split('/').at(-1) ?? '', identity)).ok,
    chatKeyOf: (name, desk) => chatKey(stages.of(name).address(name, desk)),
    objections: () => stages.all.flatMap((stage) => stage.objections()),
  };
}
