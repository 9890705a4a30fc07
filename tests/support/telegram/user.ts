// Plays a person in Telegram: writes, taps, sends files, blocks; and sees the chat as that person would.
import type { Contact, Location, Message, User as Profile } from 'grammy/types';
import { until, type WaitOptions } from './awaiting.ts';
import type { BotAccount } from './bot-account.ts';
import { type ButtonWish, buttonIn, newestWith, pressTap } from './button-tap.ts';
import type { CallbackAnswer, Conversation } from './conversation.ts';
import type { FileKind } from './file-store.ts';
import type { Person } from './person.ts';
import { fileContent, type SentFile } from './user-files.ts';
import { pieces, rewrite, say, setBlocked, typed } from './user-messages.ts';
import { labelOf, type VisibleMessage } from './visible-message.ts';
import type { World } from './world.ts';

/** Which bot message is meant: part of its text, a pattern, or a test of the whole. */
export type MessageWish = string | RegExp | ((message: VisibleMessage) => boolean);

export interface WaitForOptions extends WaitOptions {
  /** Only what appeared or changed after this message was sent or looked so. */
  readonly after?: VisibleMessage;
}

export interface TapOptions extends WaitOptions {
  /** Tap this picture of a message, even if the bot has changed or deleted it since. */
  readonly message?: VisibleMessage;
}

/**
 * A person. Actions that need something from the bot (a button) wait for it, 5 s unless told; the rest happen at
 * once. What Telegram's apps do not allow (writing before Start, or to a blocked bot) throws.
 */
export class User {
  readonly #world: World;
  readonly #person: Person;

  constructor(world: World, person: Person) {
    this.#world = world;
    this.#person = person;
  }

  get id(): number {
    return this.#person.profile.id;
  }

  get profile(): Profile {
    return this.#person.profile;
  }

  /** Presses Start, with the payload of a deep link; unblocks the bot first where it was blocked. */
  async start(bot: BotAccount, payload?: string): Promise<VisibleMessage> {
    if (payload !== undefined && !/^[\w-]{1,64}$/.test(payload)) {
      throw new Error('A start payload is 1–64 of A–Z, a–z, 0–9, _ and -');
    }
    const conversation = this.#chat(bot);
    setBlocked(this.#world, bot, conversation, false);
    conversation.started = true;
    return this.#say(bot, typed(payload === undefined ? '/start' : `/start ${payload}`));
  }

  /** Text above 4096 characters goes as several messages, as apps do; the last one is returned. */
  async send(bot: BotAccount, text: string): Promise<VisibleMessage> {
    const [first = '', ...rest] = pieces(text);
    let message = this.#say(bot, typed(first));
    for (const piece of rest) message = this.#say(bot, typed(piece));
    return message;
  }

  /** A command with or without its slash. */
  async command(bot: BotAccount, command: string): Promise<VisibleMessage> {
    return this.send(bot, command.startsWith('/') ? command : `/${command}`);
  }

  /** Taps an inline button of the newest message that has it. Returns the id of the callback query. */
  async tap(bot: BotAccount, wish: ButtonWish, options: TapOptions = {}): Promise<string> {
    const conversation = this.#open(bot);
    const { message } = options;
    const found = message
      ? buttonIn(message, wish)
      : await until(conversation, `a button ${String(wish)}`, () => newestWith(conversation, wish), options);
    if (!found) throw new Error(`This message has no button ${String(wish)}`);
    return pressTap(bot, conversation, found);
  }

  /** Presses a button of the reply keyboard; one that asks for a contact or a place sends it. */
  async press(bot: BotAccount, label: string, options: WaitOptions = {}): Promise<VisibleMessage> {
    const conversation = this.#open(bot);
    const look = () => conversation.keyboard?.keyboard.flat().find((button) => labelOf(button) === label);
    const button = await until(conversation, `a keyboard button "${label}"`, look, options);
    if (conversation.keyboard?.one_time_keyboard) conversation.keyboard = undefined;
    if (typeof button === 'object' && 'request_contact' in button) return this.sendContact(bot);
    if (typeof button === 'object' && 'request_location' in button) return this.sendLocation(bot);
    return this.send(bot, label);
  }

  sendPhoto(bot: BotAccount, photo: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'photo', photo);
  }

  sendDocument(bot: BotAccount, document: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'document', document);
  }

  sendVideo(bot: BotAccount, video: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'video', video);
  }

  sendVoice(bot: BotAccount, voice: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'voice', voice);
  }

  sendVideoNote(bot: BotAccount, note: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'video_note', note);
  }

  sendSticker(bot: BotAccount, sticker: SentFile = {}): Promise<VisibleMessage> {
    return this.#sendFile(bot, 'sticker', sticker);
  }

  /** Several photos as one album: separate messages with one media_group_id. */
  async sendAlbum(bot: BotAccount, photos: readonly SentFile[]): Promise<VisibleMessage[]> {
    this.#open(bot);
    const contents: Partial<Message>[] = [];
    for (const photo of photos) contents.push(await fileContent(this.#world, bot, 'photo', photo));
    const group = `album-${bot.nextMessageId()}`;
    return contents.map((content) => this.#say(bot, { ...content, media_group_id: group }));
  }

  /** Shares a contact: one's own, with a made-up number, unless another is given. */
  async sendContact(bot: BotAccount, contact: Partial<Contact> = {}): Promise<VisibleMessage> {
    const { id, first_name } = this.profile;
    const own = { phone_number: '+70000000000', first_name, user_id: id };
    return this.#say(bot, { contact: { ...own, ...contact } });
  }

  async sendLocation(bot: BotAccount, place: Partial<Location> = {}): Promise<VisibleMessage> {
    return this.#say(bot, { location: { latitude: 51.1284, longitude: 71.4306, ...place } });
  }

  /** Changes one's own message, or its caption. */
  async edit(bot: BotAccount, message: VisibleMessage, text: string): Promise<VisibleMessage> {
    return rewrite(this.#world, bot, this.#open(bot), message.id, text);
  }

  /** Forwards a message of this chat back into it, as from its author. */
  async forward(bot: BotAccount, message: VisibleMessage): Promise<VisibleMessage> {
    const { from, date, edit_date: _e, reply_markup: _m, reply_to_message: _r, ...content } = message.message;
    const origin = { type: 'user', sender_user: from ?? this.profile, date } as const;
    return this.#say(bot, { ...content, forward_origin: origin });
  }

  async block(bot: BotAccount): Promise<void> {
    setBlocked(this.#world, bot, this.#chat(bot), true);
  }

  async unblock(bot: BotAccount): Promise<void> {
    setBlocked(this.#world, bot, this.#chat(bot), false);
  }

  /** Deletes the account: every bot is refused from now on. */
  async deactivate(): Promise<void> {
    this.#person.deactivated = true;
  }

  /** The whole chat, oldest first, deleted messages included and marked. */
  chat(bot: BotAccount): VisibleMessage[] {
    return this.#chat(bot).history();
  }

  /** Revision of the newest event in the chat; 0 before the first. */
  revision(bot: BotAccount): number {
    return this.#chat(bot).revision;
  }

  /** Calls back with every event in the chat. Returns how to stop. */
  listen(bot: BotAccount, heard: () => void): () => void {
    return this.#chat(bot).listen(heard);
  }

  /** What taps were answered with, empty answers left out. */
  toasts(bot: BotAccount): string[] {
    return this.callbackAnswers(bot).flatMap((answer) => (answer.text === '' ? [] : [answer.text]));
  }

  callbackAnswers(bot: BotAccount): readonly CallbackAnswer[] {
    return this.#chat(bot).answers;
  }

  /** Chat actions the bot has shown, such as "typing". */
  actions(bot: BotAccount): readonly string[] {
    return this.#chat(bot).actions;
  }

  /** The reply keyboard now shown, as rows of labels; undefined when there is none. */
  keyboard(bot: BotAccount): string[][] | undefined {
    return this.#chat(bot).keyboard?.keyboard.map((row) => row.map(labelOf));
  }

  /** Resolves with the newest visible message of the bot that fits, now or as soon as there is one. */
  waitFor(bot: BotAccount, wish: MessageWish, options: WaitForOptions = {}): Promise<VisibleMessage> {
    const after = options.after?.revision ?? 0;
    const look = () => this.chat(bot).findLast((message) => isFromBot(message, after) && fits(message, wish));
    return until(this.#chat(bot), `a message ${String(wish)}`, look, options);
  }

  /** Resolves with the first message the bot sends or edits after this person's last action. */
  reply(bot: BotAccount, options: WaitOptions = {}): Promise<VisibleMessage> {
    const after = this.#chat(bot).lastAction;
    const look = () => this.chat(bot).find((message) => isFromBot(message, after));
    return until(this.#chat(bot), 'a reply', look, options);
  }

  /** Resolves with the answer to a tap, by the id that tap returned. */
  waitForAnswer(bot: BotAccount, queryId: string, options: WaitOptions = {}): Promise<CallbackAnswer> {
    const look = () => this.callbackAnswers(bot).find((answer) => answer.queryId === queryId);
    return until(this.#chat(bot), 'an answer to the tap', look, options);
  }

  #chat(bot: BotAccount): Conversation {
    return bot.conversation(this.#person);
  }

  #open(bot: BotAccount): Conversation {
    const conversation = this.#chat(bot);
    if (!conversation.started)
      throw new Error(`Press Start first: ${this.id} has not opened @${bot.username}`);
    if (conversation.blocked) throw new Error(`Unblock first: ${this.id} has blocked @${bot.username}`);
    return conversation;
  }

  #say(bot: BotAccount, content: Partial<Message>): VisibleMessage {
    return say(this.#world, bot, this.#open(bot), content);
  }

  async #sendFile(bot: BotAccount, kind: FileKind, sent: SentFile): Promise<VisibleMessage> {
    this.#open(bot);
    return this.#say(bot, await fileContent(this.#world, bot, kind, sent));
  }
}

const isFromBot = (message: VisibleMessage, after: number): boolean =>
  message.from === 'bot' && !message.deleted && message.revision > after;

function fits(message: VisibleMessage, wish: MessageWish): boolean {
  if (typeof wish === 'string') return message.text.includes(wish);
  return wish instanceof RegExp ? wish.test(message.text) : wish(message);
}
