// The web chat as pages use it: talking, editing in place, resuming, sending twice, two devices.
import { expect, test } from 'vitest';
import { Page } from './page.ts';
import { openRig, START } from './rig.ts';

test('a text is shown, answered, and the answer arrives as an event', async () => {
  const { url, echo } = await openRig();
  const page = await Page.open(url);
  const stream = await page.follow();
  expect((await page.say('Сәлем <b>')).status).toBe(202);
  await stream.until(({ texts }) => texts().length === 2);
  expect(stream.texts()).toEqual(['Сәлем &lt;b&gt;', 'echo Сәлем <b>']);
  expect(stream.shown().map(({ from, at }) => [from, at])).toEqual([
    ['person', new Date(START).toISOString()],
    ['qadam', new Date(START).toISOString()],
  ]);
  expect(echo.heard[0]).toMatchObject({ languageTag: 'ru', ownMessage: '1', order: 1 });
});

test('a tap edits its message in place, and is answered with a toast', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const stream = await page.follow();
  await page.say('menu');
  await stream.until(({ texts }) => texts().length === 2);
  const [, menu] = stream.shown();
  expect(menu?.buttons[1]).toEqual([
    { label: 'Photo', data: 't1:menu:photo' },
    { label: 'Page', url: 'https://example.kz/page' },
  ]);
  await page.tap(menu?.seq ?? 0, 't1:menu:yes');
  await stream.until(({ texts, toasts }) => texts()[1] === 'Chosen: yes' && toasts.length === 1);
  expect(stream.shown()).toHaveLength(2);
  expect(stream.toasts[0]).toMatchObject({ chat: page.chat, text: 'Noted' });
});

test('a command is told from a text, and a start link brings its payload without a trace in the chat', async () => {
  const { url, echo } = await openRig();
  const page = await Page.open(url);
  const stream = await page.follow();
  await page.post('/chat/messages', { id: crypto.randomUUID(), start: 'abc-123' });
  await stream.until(({ texts }) => texts().length === 1);
  await page.say('/Help me');
  await stream.until(({ texts }) => texts().length === 3);
  expect(echo.heard.map((each) => each.input)).toEqual([
    { kind: 'command', name: 'start', argument: 'abc-123' },
    { kind: 'command', name: 'help', argument: 'me' },
  ]);
  expect(stream.shown().map((each) => each.from)).toEqual(['qadam', 'person', 'qadam']);
});

test('the same wish sent five times at once is one message and one turn', async () => {
  const { url, echo } = await openRig();
  const page = await Page.open(url);
  const stream = await page.follow();
  const id = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 5 }, () => page.say('once', id)));
  expect(answers.map((each) => each.status)).toEqual([202, 202, 202, 202, 202]);
  await stream.until(({ texts }) => texts().length === 2);
  await page.say('after');
  await stream.until(({ texts }) => texts().length === 4);
  expect(stream.texts()).toEqual(['once', 'echo once', 'after', 'echo after']);
  expect(echo.heard).toHaveLength(2);
});

test('a stream resumes where it broke off: what was missed comes, also edits, and nothing is lost', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const before = await page.follow();
  await page.say('menu');
  await before.until(({ texts }) => texts().length === 2);
  before.leave();
  await page.tap(2, 't1:menu:yes');
  const other = await page.follow();
  await other.until(({ texts }) => texts()[1] === 'Chosen: yes');
  await page.say('meanwhile');
  await other.until(({ texts }) => texts().length === 4);
  const after = await page.follow([page.chat], before.lastId);
  await after.until(({ texts }) => texts().includes('echo meanwhile') && texts().includes('Chosen: yes'));
  expect(after.changes.every((each) => !each.first)).toBe(true);
  // Each form of each message at most once.
  const forms = after.changes.flatMap((each) => each.messages.map(({ seq, rev }) => `${seq}@${rev}`));
  expect(new Set(forms).size).toBe(forms.length);
});

test('two devices see the same chat, and a hundred messages keep their order', async () => {
  const { url } = await openRig({ demo: true });
  const one = await Page.open(url);
  const two = await Page.open(url);
  const chat = 'participant.web.demo-student';
  const [first, second] = await Promise.all([one.follow([chat]), two.follow([chat])]);
  for (let n = 0; n < 50; n += 1) await (n % 2 ? one : two).say(`n${n}`, crypto.randomUUID(), chat);
  await Promise.all([first, second].map((each) => each.until(({ texts }) => texts().length === 100)));
  expect(first.texts()).toEqual(second.texts());
  const answers = first.texts().filter((each) => each.startsWith('echo'));
  expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => `echo n${n}`));
}, 40_000);

test('one stream carries many chats, and older messages come a page at a time', async () => {
  const { url } = await openRig({ demo: true });
  const page = await Page.open(url);
  const [student, head] = ['participant.web.demo-student', 'staff.web.demo-head'];
  const stream = await page.follow([student, head]);
  await page.say('from the student', crypto.randomUUID(), student);
  await page.say('from the head', crypto.randomUUID(), head);
  await stream.until(({ texts }) => texts(student).length === 2 && texts(head).length === 2);
  const earlier = await page.get(`/chat/messages?chat=${student}&before=2`);
  expect(await earlier.json()).toMatchObject({ messages: [{ seq: 1, html: 'from the student' }] });
});

test('a removed message leaves nothing of what it said', async () => {
  const { url } = await openRig();
  const page = await Page.open(url);
  const stream = await page.follow();
  await page.say('secret 061211600012');
  await stream.until(({ shown }) => shown.call(stream)[0]?.removed === true);
  const again = await page.get('/chat/messages?before=1000');
  expect(await again.text()).not.toContain('061211600012');
});

test('without Redis the chat works, a little slower', async () => {
  const { url } = await openRig({ redisUrl: '/nowhere/redis.sock' });
  const page = await Page.open(url);
  const stream = await page.follow();
  await page.say('anyone?');
  await stream.until(({ texts }) => texts().length === 2);
});
