// One draft per dialogue, Cancel that asks, a review from which one answer is changed, and buttons that decide.
import { describe, expect, it } from 'vitest';
import { type Bare, openBare } from './bare.ts';

const begun = async (): Promise<Bare> => {
  const bare = openBare();
  await bare.chat.say('/menu');
  await bare.chat.tap('long');
  await bare.chat.tap('Согласен');
  await bare.chat.say('Мыли окна');
  return bare;
};

const atReview = async (): Promise<Bare> => {
  const bare = await begun();
  await bare.chat.tap('Тараз');
  await bare.chat.say('ещё слово');
  await bare.chat.sendPhoto();
  await bare.chat.tap('common:button.done');
  expect(bare.session().flow?.step).toBe('review');
  return bare;
};

describe('a dialogue that is started again', () => {
  it('goes on with its draft, which is the only one', async () => {
    const bare = await begun();
    await bare.chat.say('/menu');
    await bare.chat.tap('long');
    expect(bare.chat.keys[0]).toBe('common:dialogue.draft-kept');
    expect(bare.session()).toMatchObject({
      flow: { step: 'city', draft: { words: 'Мыли окна' } },
      parked: [],
    });
  });

  it('leaves nothing behind to go back to once it is finished', async () => {
    const bare = await begun();
    await bare.chat.say('/menu');
    await bare.chat.tap('long');
    await bare.chat.tap('Тараз');
    await bare.chat.say('пропустить');
    await bare.chat.say('Пропустить');
    await bare.chat.tap('yes');
    expect(bare.decided).toEqual(['long//Мыли окна/Тараз']);
    expect(bare.chat.keys).toEqual(['common:my-data.nothing']);
    expect(bare.session()).toMatchObject({ flow: null, parked: [] });
  });

  it('about something else replaces the draft', async () => {
    const bare = openBare();
    await bare.chat.tapRaw('go:short:one');
    await bare.chat.say('первое');
    await bare.chat.tapRaw('go:short:two');
    expect(bare.session()).toMatchObject({ flow: { step: 'words', argument: 'two', draft: {} }, parked: [] });
  });
});

describe('«Change which?»', () => {
  it.each([
    ['Что', 'words'],
    ['регион.', 'city'],
    ['өңір', 'city'],
    ['убрать', 'review'],
    ['что-нибудь', 'review'],
  ])('«%s» leads to %s, and decides nothing', async (typed, step) => {
    const bare = await atReview();
    await bare.chat.tap('common:button.change');
    await bare.chat.say(typed);
    expect(bare.session().flow?.step).toBe(step);
    expect(bare.session().flow?.draft.photos).toHaveLength(1);
    expect(bare.decided).toEqual([]);
  });
});

describe('Cancel', () => {
  it('stands last, in a row of its own', async () => {
    const { chat } = await begun();
    const rows = chat.shown.at(-1)?.message.buttons ?? [];
    expect(rows.at(-1)?.map(({ label }) => label.key)).toEqual(['common:button.cancel']);
    expect(rows.at(-2)?.map(({ label }) => label.key)).toEqual(['common:button.back']);
  });

  it('throws two answers away at once, more only after a question', async () => {
    const few = await begun();
    await few.chat.tap('!cancel');
    expect(few.session()).toMatchObject({ flow: null, parked: [] });
    const many = await atReview();
    await many.chat.say('Отмена');
    expect(many.chat.keys).toEqual(['common:dialogue.cancel-sure']);
    await many.chat.say('не знаю');
    expect(many.chat.keys).toEqual(['common:dialogue.cancel-sure']);
    await many.chat.say('нет');
    expect(many.session().flow).toMatchObject({ step: 'review', leaving: false });
    await many.chat.tap('!cancel');
    await many.chat.say('да');
    expect(many.chat.keys).toEqual(['common:dialogue.cancelled', 'credit:menu.free']);
    expect(many.session()).toMatchObject({ flow: null, parked: [] });
    expect(many.decided).toEqual([]);
  });

  it('brings nothing back that was set aside', async () => {
    const bare = await begun();
    await bare.chat.tapRaw('go:short:one');
    await bare.chat.say('/cancel');
    expect(bare.session().flow).toBeNull();
    expect(bare.chat.buttonKeys).toContain('common:button.resume');
  });
});

describe('from a review', () => {
  it('one answer is changed, and the review comes back with all others', async () => {
    const { chat, session, decided } = await atReview();
    await chat.tap('common:button.change');
    await chat.tap('credit:change.what');
    await chat.say('Красили забор');
    expect(session().flow).toMatchObject({
      step: 'review',
      draft: { words: 'Красили забор', city: 'Тараз', more: 'ещё слово', photos: ['kept'] },
      history: ['consent', 'words', 'city', 'more', 'photos'],
      changing: null,
    });
    await chat.say('Подтвердить');
    expect(decided).toEqual(['long//Красили забор/Тараз']);
  });

  it('Back leaves the answer as it was, and leaves the list', async () => {
    const { chat, session } = await atReview();
    await chat.tap('common:button.change');
    await chat.tap('!back');
    expect(session().flow).toMatchObject({ step: 'review', page: 0 });
    await chat.tap('common:button.change');
    await chat.tap('credit:change.region');
    await chat.say('Назад');
    expect(session().flow).toMatchObject({ step: 'review', draft: { city: 'Тараз', more: 'ещё слово' } });
  });

  it('what depended on the answer is asked again, and photos stay or are taken out', async () => {
    const { chat, session } = await atReview();
    await chat.tap('common:button.change');
    await chat.tap('credit:change.region');
    await chat.tap('Алматы');
    expect(session().flow?.step).toBe('more');
    await chat.say('другое');
    expect(session().flow).toMatchObject({ step: 'review', draft: { city: 'Алматы', photos: ['kept'] } });
    await chat.tap('common:button.change');
    await chat.tap('credit:change.no-photos');
    expect(session().flow).toMatchObject({ step: 'review', draft: { more: 'другое', photos: null } });
  });
});

describe('a button that decides', () => {
  it('is not taken within half a second of being shown, and is afterwards', async () => {
    const { chat, session, decided } = await atReview();
    const data = session().shown?.buttons[0]?.data ?? '';
    await chat.tapRaw('go:none:');
    const again = chat.shown.at(-1)?.message.buttons?.[0]?.[0];
    expect(again?.label.key).toBe('common:button.confirm');
    await chat.tapRaw(data, 499);
    expect(chat.turn).toMatchObject({ replies: [], toast: { key: 'common:dialogue.tap-once-more' } });
    expect(decided).toEqual([]);
    await chat.tapRaw(data, 1);
    expect(decided).toHaveLength(1);
  });

  it('is guarded where it decides by itself, and where it answers a consent', async () => {
    const bare = openBare();
    await bare.chat.say('/menu');
    await bare.chat.tapRaw('go:at-once:', 100);
    expect(bare.decided).toEqual([]);
    await bare.chat.tapRaw('go:at-once:');
    expect(bare.decided).toEqual(['at-once///']);
    await bare.chat.say('/menu');
    await bare.chat.tap('long');
    await bare.chat.tap('Не согласен', undefined, 100);
    expect(bare.session().flow).toMatchObject({ step: 'consent', draft: {} });
    await bare.chat.say('2');
    expect(bare.chat.keys[0]).toBe('common:dialogue.tap-to-decide');
  });

  it('is taken at once where the pause is set to nothing', async () => {
    const bare = openBare(0);
    await bare.chat.say('/menu');
    await bare.chat.tapRaw('go:at-once:', 0);
    expect(bare.decided).toHaveLength(1);
  });
});
