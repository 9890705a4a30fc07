// Decisions on accreditation: by the right person, refused with a reason, revoked and given back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BIN, type Cast, names, openCast } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

const last = (turn: { readonly replies: readonly { readonly place: string }[] }) => turn.replies.at(-1);

describe('accreditation', () => {
  it('comes as a card to the accreditor of the region and turns into the settled card in place', async () => {
    const { stage, chats } = cast;
    await stage.carryOn();
    expect(chats.accreditor.newest).toContain('Демалыс орталығы');
    const turn = await chats.accreditor.tap('org.accredit');
    expect(last(turn)?.place).toBe('tapped');
    expect(chats.accreditor.keys[0]).toBe('organisations:result.accreditation.accredited');
    expect(chats.accreditor.words).toContain(names.accreditor);
    const { settled } = await stage.carryOn();
    expect(settled.map((each) => each.settles)).toContain(`accreditation/${BIN}`);
    expect(chats.head.shown.at(-1)?.message.texts[0]?.key).toBe('organisations:notice.accredited');
    expect(chats.head.buttonKeys).toEqual(['credit-staff:button.new-project']);
  });

  it('asks for the reason of a refusal and hands it to the head', async () => {
    const { stage, chats } = cast;
    await stage.carryOn();
    await chats.accreditor.tap('org.refuse');
    expect(chats.accreditor.keys).toEqual(['organisations:ask-reason.org-refuse']);
    await chats.accreditor.say('но');
    expect(chats.accreditor.keys[0]).toBe('common:field.text.too-short');
    await chats.accreditor.say('Нет устава организации');
    expect(chats.accreditor.keys).toContain('organisations:sure.refused');
    await chats.accreditor.tap('yes');
    expect(chats.accreditor.keys).toEqual(['organisations:done.refused']);
    await stage.carryOn();
    expect(chats.head.newest).toContain('Нет устава организации');
  });

  it('never revokes or restores by a stale card', async () => {
    const { stage, chats } = cast;
    await stage.carryOn();
    const card = chats.accreditor.shown.at(-1);
    await chats.accreditor.tap('org.accredit', card);
    await chats.accreditor.tap('org.refuse', card);
    expect(chats.accreditor.keys[0]).toBe('reviews:stale.self');
    expect(chats.accreditor.keys[1]).toBe('organisations:result.accreditation.accredited');
  });

  it('is revoked and given back from the list', async () => {
    const { stage, chats } = cast;
    await stage.carryOn();
    await chats.accreditor.tap('org.accredit');
    await chats.accreditor.say('/menu');
    await chats.accreditor.tap('org.list');
    await chats.accreditor.tap(BIN);
    await chats.accreditor.tap('org.revoke');
    await chats.accreditor.say('Площадка закрыта');
    expect(chats.accreditor.keys).toContain('organisations:sure.revoked');
    await chats.accreditor.tap('yes');
    expect(chats.accreditor.keys).toEqual(['organisations:done.revoked']);
    await stage.carryOn();
    expect(chats.head.shown.at(-1)?.message.texts[0]?.key).toBe('organisations:notice.revoked.local');
    await chats.accreditor.tap('organisations:button.organisations');
    await chats.accreditor.tap(BIN);
    await chats.accreditor.tap('org.restore');
    expect(chats.accreditor.keys[0]).toBe('organisations:result.accreditation.accredited');
  });

  it('is nobody else’s to decide', async () => {
    for (const role of ['head', 'operator', 'centre', 'coordinator'] as const) {
      await cast.chats[role].tapRaw(`go:org.accredit:${BIN}`);
      expect(cast.chats[role].keys).toEqual(['common:reason.not-allowed']);
      await cast.chats[role].tapRaw(`go:org.revoke:${BIN}`);
      expect(cast.chats[role].keys).toEqual(['common:reason.not-allowed']);
    }
  });
});
