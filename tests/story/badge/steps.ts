// How the chapters are told: what somebody is asked, and what they answer; the first words with a desk; an invitation.
import type { StoryActor } from '../../support/world/actor.ts';
import { textPattern } from '../../support/world/template.ts';

export const tap = (label: string) => async (person: StoryActor) => void (await person.tap(label));
export const say = (words: string) => async (person: StoryActor) => void (await person.say(words));
export const photo = async (person: StoryActor) => {
  await person.sendPhoto();
  await person.hears('common:dialogue.files-so-far');
  await person.tap('common:button.done');
};
export const onePhoto = async (person: StoryActor) => void (await person.sendPhoto());

export type Turn = readonly [asked: string | RegExp, answers: (person: StoryActor) => Promise<void>];

/** Each question, and its answer. */
export async function asked(person: StoryActor, ...turns: readonly Turn[]): Promise<void> {
  for (const [question, answers] of turns) {
    await person.hears(question);
    await answers(person);
  }
}

/** The language, then what the desk is for. */
export async function greet(person: StoryActor, about: string, start = '/start'): Promise<void> {
  await person.say(start);
  await person.hears('common:welcome.greeting');
  await person.tap(`common:language.${person.language}`);
  await person.hears(about);
}

const staffMenu = ({ language }: StoryActor): RegExp => {
  const said = ['calm', 'waiting'].map((key) => textPattern(`staff:menu.${key}`, language).source);
  return new RegExp(said.join('|'), 'u');
};

/** Opens the menu and taps what it offers. @param menu how it is known from notices; that of the staff where left out */
export async function goes(person: StoryActor, button: string, menu?: string): Promise<void> {
  await person.say('/menu');
  await person.hears(menu ?? staffMenu(person));
  await person.tap(button);
}

/** As {@link goes}, for whoever works for several programmes: the menu asks which. */
export async function goesInProgramme(person: StoryActor, button: string): Promise<void> {
  await goes(person, 'badge:title');
  await person.hears('badge:title');
  await person.tap(button);
}

export const secretIn = (text: string): string => /start=([\w-]+)/.exec(text)?.[1] ?? '';

/** Opens the link of an invitation and tells their name. */
export async function joins(person: StoryActor, link: string, name: string): Promise<void> {
  await greet(person, 'staff:join.offer', `/start ${secretIn(link)}`);
  await asked(person, ['staff:join.name', say(name)]);
  await person.hears('staff:join.done');
}
