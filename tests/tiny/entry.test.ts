// Two programmes at one desk: who joins the one is not asked again by the other, and menus, status, data and notices of
// both stand side by side, each under its title.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participantDesk } from '../../bot/dialogues/participant.ts';
import { staffDesk } from '../../bot/dialogues/staff.ts';
import { systemActor } from '../../engine/kernel/actor.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import type { Programme } from '../../engine/programmes/programme.ts';
import { addUniversity } from '../../engine/reference/universities.ts';
import { unwrap } from '../support/credit/cast.ts';
import type { TranscriptChat } from '../support/transcript/chat.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';
import { tiny } from './engine/programmes/tiny/programme.ts';
import { creditAndTiny } from './registry.ts';

/** It wants to know as much of a person as programmes do. */
const asking: Programme = { ...tiny, profile: ['name', 'birthDate', 'region', 'phone', 'wish'] };
const programmes = creditAndTiny.map((each) => (each === tiny ? asking : each));
const desk = await participantDesk(programmes);
const staff = await staffDesk(programmes);

let stage: Stage;
let chat: TranscriptChat;
beforeEach(async () => {
  stage = await openStage({ programmes });
  const university = { id: 'mysal', kk: '«Мысал»', ru: '«Мысал»', en: 'Mysal', region: '71' };
  unwrap(await addUniversity(stage.ctx, { id: 'u', actor: systemActor }, university));
  chat = stage.talkTo(desk, '1', 'en');
  await chat.say('/start');
  await chat.tap('en');
});
afterEach(() => stage.close());

const person = async () => {
  const found = await personOfChat(stage.ctx, 'participant.telegram.1');
  if (!found) throw new Error('nobody has registered');
  return found;
};

const questions = () => chat.keys.filter((key) => key !== 'common:dialogue.progress');

async function joinWalk(): Promise<void> {
  await chat.tap('tiny.join');
  await chat.sayAll('Mysalova Aigul', '14.05.2005');
  await chat.tap('71');
  await chat.say('+7 701 234 56 78');
  await chat.tap('register:button.save');
  await chat.say('To listen to birds');
  await stage.carryOn();
}

async function joinCredit(): Promise<void> {
  await chat.tapRaw('go:credit.register:');
  await chat.tap('yes');
  await chat.tap('mysal');
  await chat.tap('2');
  await chat.tap('credit:button.register');
  await stage.carryOn();
}

describe('a newcomer', () => {
  it('sees the programmes, each with its own way in', () => {
    expect(chat.keys).toEqual(['common:programmes.welcome', 'credit:welcome', 'tiny:welcome']);
    const shown = chat.shown.slice(-3).map(({ message }) => message.buttons?.flat() ?? []);
    expect(shown.map((row) => row.map(({ label }) => label.key))).toEqual([
      ['common:button.help'],
      ['credit:button.register'],
      ['tiny:button.join'],
    ]);
  });

  it('finds them in the menu, by their names', async () => {
    await chat.say('/menu');
    expect(chat.buttons.slice(0, 2)).toEqual(['Social student credit', 'The walk']);
    await chat.say('/status');
    expect(chat.buttons.slice(0, 2)).toEqual(['Social student credit', 'The walk']);
  });

  it('registers once, and goes on where they wanted to', async () => {
    await chat.tap('tiny.join');
    expect(questions()).toEqual(['register:intro.new', 'register:which-name']);
    await chat.say('Mysalova Aigul');
    await chat.say('14 May');
    expect(chat.keys).toContain('common:field.birth-date.no-year');
    await chat.say('14.05.2005');
    await chat.tap('71');
    await chat.tap('!skip');
    expect(chat.words).toContain('Date of birth: 14 May 2005');
    await chat.tap('common:button.change');
    await chat.tap('register:change.name');
    await chat.say('Mysalova Aizhan');
    expect(chat.words).toContain('Mysalova Aizhan');
    await chat.tap('register:button.save');
    expect(questions()).toEqual(['tiny:join.which-wish']);
    expect(await person()).toMatchObject({
      ...{ name: 'Mysalova Aizhan', birthDate: '2005-05-14', region: '71', phone: null },
      ...{ grants: [], consents: [], student: null },
    });
    await chat.say('To listen to birds');
    expect(chat.keys).toEqual(['tiny:join.done']);
  });

  it('comes back after a pause to the question that they left', async () => {
    await chat.tap('tiny.join');
    await chat.say('Mysalova Aigul');
    await chat.say('/menu');
    await chat.tap('tiny.join');
    expect(chat.keys).toContain('common:dialogue.draft-kept');
    expect(questions()).toContain('register:which-birth-date');
  });

  it.each(['nowhere', 'shared.delete', 'shared.register', ''])(
    'is led to the menu by a forged way on: «%s»',
    async (id) => {
      await chat.tapRaw(`go:shared.register:${id}`);
      await chat.sayAll('Mysalova Aigul', '14.05.2005');
      await chat.tap('71');
      await chat.tap('!skip');
      await chat.tap('register:button.save');
      expect(chat.keys).toContain('common:programmes.heading');
    },
  );
});

describe('whoever has joined one', () => {
  beforeEach(joinWalk);

  it('is not asked again for what is known', async () => {
    await chat.tapRaw('go:credit.register:');
    expect(questions()).toEqual(['credit:register.consent']);
    await chat.tap('yes');
    expect(questions()).toEqual(['credit:register.which-university']);
    expect(chat.words).toContain('2/4');
    await chat.tap('mysal');
    await chat.tap('2');
    expect(chat.words).toContain('Mysalova Aigul');
    expect(chat.words).toContain('+77012345678');
    await chat.tap('!back');
    expect(questions()).toEqual(['credit:register.which-year']);
    await chat.tap('2');
    await chat.tap('credit:button.register');
    expect(await person()).toMatchObject({ name: 'Mysalova Aigul', birthDate: '2005-05-14', region: '71' });
    expect(await person()).toMatchObject({ student: { universityId: 'mysal', year: 2 } });
  });

  it('has its block in the menu, and the way to the others', async () => {
    await chat.say('/menu');
    expect(chat.keys).toEqual(['tiny:state.joined']);
    await chat.tap('common:button.programmes');
    expect(chat.keys).toEqual(['common:programmes.heading', 'credit:menu.guest']);
    expect(chat.buttons).toEqual(['Social student credit', 'Menu']);
  });

  it('reads notices without a title', () => {
    expect(chat.newest).toBe('See you on the walk!');
  });
});

describe('whoever takes part in both', () => {
  beforeEach(async () => {
    await joinCreditFirst();
    await chat.tapRaw('go:tiny.join:');
    await chat.say('To listen to birds');
    await stage.carryOn();
  });

  /** The credit asks for everything itself. */
  async function joinCreditFirst(): Promise<void> {
    await chat.tap('credit.register');
    await chat.tap('yes');
    await chat.say('Mysalova Aigul');
    await chat.tap('mysal');
    await chat.tap('2');
    await chat.tap('71');
    await chat.tap('!skip');
    await chat.say('14.05.2005');
    await chat.tap('credit:button.register');
  }

  it('sees both blocks beneath their titles, in menu and status', async () => {
    await chat.say('/menu');
    const blocks = ['common:programmes.heading', 'credit:menu.free', 'common:programmes.heading'];
    expect(chat.keys).toEqual([...blocks, 'tiny:state.joined']);
    expect(chat.words).toContain('Social student credit\n\n');
    expect(chat.buttonKeys).not.toContain('common:button.programmes');
    await chat.say('/status');
    expect(chat.keys.filter((key) => key === 'common:programmes.heading')).toHaveLength(2);
  });

  it('reads of each in help and data, with its own buttons', async () => {
    await chat.say('/help');
    expect(chat.keys).toEqual(['credit:help', 'common:help.participant']);
    await chat.say('/mydata');
    const messages = chat.turn?.replies.map(({ message }) => message.texts.map(({ key }) => key)) ?? [];
    expect(messages.map(([first]) => first)).toEqual([
      'common:my-data.profile',
      ...['common:programmes.heading', 'common:programmes.heading'],
    ]);
    expect(messages[2]).toContain('tiny:my-data');
    await chat.say('/delete');
    expect(chat.keys).toContain('credit:erase');
  });

  it('reads in a notice which programme it is about', () => {
    expect(chat.newest).toBe('The walk\n\nSee you on the walk!');
  });
});

it('lists nothing where everything is joined', async () => {
  await joinWalk();
  await joinCredit();
  await chat.tapRaw('go:shared.programmes:');
  expect(chat.keys).toEqual(['common:programmes.none']);
});

it('asks a newcomer at the staff desk what they are', async () => {
  const newcomer = stage.talkTo(staff, '2', 'en');
  await newcomer.say('/start');
  await newcomer.tap('en');
  // The walk has no staff: there is one programme at this desk.
  expect(newcomer.keys).toEqual(['credit-staff:about']);
});
