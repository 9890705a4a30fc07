// Registering as a person, once for all programmes: led to by `registeredOnly`, the first step of what only somebody who
// is registered may begin, and back from here. Gives no role and no consent: a programme asks for those on joining.
import { chatKey, type Desk } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { missingParts, profileParts, registerProfile } from '../../../engine/people/profile.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext, Programme } from '../../../engine/programmes/programme.ts';
import { type Dialogue, dialogue, type EffectStep, type Outcome } from '../../dialogue/step.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { review } from '../../dialogue/steps/review.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { notAsked, profileChanges, profileFacts, profileIn, profileQuestion } from './profile.ts';

type ProfileTalk = Talk<EngineContext>;

/** Where one goes on, and with what: «credit.register», «contest.vote <id>». */
const onward = (argument: string): { readonly go: string; readonly argument: string } => {
  const [go = '', ...rest] = argument.split(' ');
  return { go, argument: rest.join(' ') };
};

/** The parts that whoever begins a dialogue must have given; staff are known by their names alone. */
function neededFor(programmes: readonly Programme[], desk: Desk, id: string): readonly string[] {
  if (desk === 'staff') return ['name'];
  return programmes.find((each) => id.startsWith(`${each.id}.`))?.profile ?? profileParts;
}

const neededIn = ({ env, address, argument }: ProfileTalk) =>
  neededFor(env.programmes, address.desk, onward(argument).go);

/** The first step of a dialogue: somebody of whom too little is known registers first, and then comes back to it. */
export const registeredOnly = (id: string): EffectStep<EngineContext> =>
  say('registered-only', async ({ env, address, argument }): Promise<Outcome> => {
    const person = await personOfChat(env, chatKey(address));
    const needed = neededFor(env.programmes, address.desk, id);
    if (person && missingParts(person, needed).length === 0) return { texts: [], next: 'on' };
    return {
      texts: [],
      next: { go: 'shared.register', argument: argument === '' ? id : `${id} ${argument}` },
    };
  });

/** @param ids of the dialogues that one may go on with at this desk */
export const register = (ids: readonly string[]): Dialogue<EngineContext> => {
  const goOn = ({ argument }: ProfileTalk): Outcome => {
    const next = onward(argument);
    return { texts: [], next: ids.includes(next.go) ? next : { go: 'menu' } };
  };
  return dialogue('shared.register', { version: 1 }, [
    say('needed', async (talk) => {
      const person = await personOfChat(talk.env, chatKey(talk.address));
      const needed = neededIn(talk);
      if (person && missingParts(person, needed).length === 0) return goOn(talk);
      const intro = text(`register:intro.${person ? 'known' : 'new'}`);
      return { texts: [intro], next: 'on', known: notAsked(person, needed) };
    }),
    profileQuestion.name(),
    profileQuestion.birthDate(),
    profileQuestion.region(),
    profileQuestion.phone(),
    review('review', 'register:review', () => ({}), {
      button: 'register:button.save',
      change: profileChanges,
      facts: async (talk: ProfileTalk) => profileFacts(await profileIn(talk), neededIn(talk)),
    }),
    call(
      // Named apart from the steps of what follows in the same turn: a command is applied once.
      'register-person',
      async (talk: ProfileTalk) =>
        registerProfile(talk.env, talk.command('register-person'), {
          ...(await profileIn(talk)),
          ...{ chat: chatKey(talk.address), language: talk.language },
        }),
      { ok: (_id, talk) => goOn(talk) },
    ),
  ]);
};
