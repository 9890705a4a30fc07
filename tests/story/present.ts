// People of a story who have been there for long: a messenger lets Qadam write only to those who wrote first.
import type { StoryActor } from '../support/world/actor.ts';

export async function present(...people: readonly StoryActor[]): Promise<void> {
  for (const person of people) {
    await person.say('/start');
    await person.hears(/\S/u);
  }
}
