// A registry with a fault stops the start, and the message says what is wrong where.
import { describe, expect, it } from 'vitest';
import { routesOf, tagsOf } from '../../api/routes/found.ts';
import { checkDesk } from '../../bot/dialogue/desk.ts';
import { commandsOf, dialoguesOf, partsAt } from '../../bot/dialogues/assemble.ts';
import { shownCommands } from '../../bot/dialogues/commands.ts';
import { participantDesk } from '../../bot/dialogues/participant.ts';
import { staffDesk } from '../../bot/dialogues/staff.ts';
import type { DeskEntry, Programme } from '../../engine/programmes/programme.ts';
import { final } from '../../engine/reviews/kind.ts';
import { addTextsOf } from '../../locales/texts.ts';
import { tiny } from './engine/programmes/tiny/programme.ts';
import { withTiny } from './registry.ts';

const meeting = (entry: Partial<DeskEntry>): Programme => ({
  ...tiny,
  desks: { participant: { menu: [], ...entry } },
});

describe('a desk is refused', () => {
  it.each([
    ['menu', { menu: ['tiny.nowhere'] }, 'menu names tiny.nowhere'],
    ['way in', { join: 'tiny.nowhere' }, 'join names tiny.nowhere'],
    ['status', { status: 'tiny.nowhere' }, 'status names tiny.nowhere'],
    ['secure form', { secureForm: 'tiny.nowhere' }, 'secure form names tiny.nowhere'],
    ['command', { commands: { walk: 'tiny.nowhere' } }, 'command walk names tiny.nowhere'],
    ['deep link', { links: { walk: 'tiny.nowhere' } }, 'link walk names tiny.nowhere'],
  ])('when its %s names a dialogue that nobody has', async (_what, entry, message) => {
    await expect(participantDesk([meeting(entry)])).rejects.toThrow(
      `programme tiny, desk participant: ${message}, which is no dialogue`,
    );
  });

  it('when a command is taken', async () => {
    const part = await partsAt('participant', [meeting({ commands: { help: 'tiny.join' } })]);
    expect(() => commandsOf({ help: 'shared.help' }, part)).toThrow('two dialogues take the command help');
  });

  it('when two dialogues share an id', async () => {
    const parts = await partsAt('participant', [tiny, tiny]);
    expect(() => dialoguesOf('participant', [], parts)).toThrow(
      'desk participant: two dialogues are called tiny.join',
    );
  });

  it('when a decision is final and its dialogue decides without asking', async () => {
    const [kind] = tiny.reviewKinds ?? [];
    if (!kind) throw new Error('the tiny programme has no review kind');
    const { undo: _, ...rest } = kind;
    const hasty = { ...tiny, reviewKinds: [{ ...rest, decisions: { 'tiny.end': final } }] };
    await expect(staffDesk([hasty])).rejects.toThrow(
      'review kind walk: tiny.end is final, and does not ask first',
    );
  });

  it('when its scripts are missing', async () => {
    const programme = { ...tiny, id: 'tinier' };
    await expect(staffDesk([programme])).rejects.toThrow(
      'programme tinier: bot/dialogues/tinier/staff.ts is missing',
    );
    const own = { id: 'fifth', desks: { participant: { menu: [] } } } as unknown as Programme;
    await expect(participantDesk([own])).rejects.toThrow(
      'programme fifth: bot/dialogues/fifth/participant.ts is missing',
    );
  });
});

describe('each programme alone', () => {
  it.each(withTiny.map((each) => [each.id, each] as const))(
    '%s boots at both desks',
    async (id, programme) => {
      addTextsOf([programme]);
      const participant = checkDesk(await participantDesk([programme]));
      const staff = checkDesk(await staffDesk([programme]));
      for (const desk of [participant, staff])
        expect(desk.dialogues.some((each) => each.id.startsWith(`${id}.`))).toBe(true);
      // What is put before accreditors can be decided whatever the programmes are.
      expect(staff.dialogues.map((each) => each.id)).toEqual(
        expect.arrayContaining(['org.accredit', 'org.refuse']),
      );
      await expect(routesOf(programme)).resolves.toBeDefined();
    },
  );
});

it('routes are refused where they are missing', async () => {
  const fifth = { id: 'fifth' } as Programme;
  await expect(routesOf(fifth)).rejects.toThrow('programme fifth: api/routes/fifth/index.ts is missing');
});

it('the registries of product and tests are without a fault', async () => {
  const desk = await participantDesk(withTiny);
  expect(desk.dialogues.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['tiny.join', 'credit.register']),
  );
  expect((await tagsOf(withTiny)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['credit', 'money', 'tiny']),
  );
});

it('a command of a programme is offered in its own words, beside the shared ones', () => {
  const walking = meeting({ commands: { walk: 'tiny.join' } });
  addTextsOf([walking]);
  const shown = shownCommands('participant', [walking]);
  expect(shown.en.at(-1)).toEqual({ command: 'walk', description: 'Join the walk' });
  expect(shownCommands('staff', withTiny).en.map(({ command }) => command)).toContain('queue');
});
