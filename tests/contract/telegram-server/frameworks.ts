// One small bot written twice, on grammY and on Telegraf, so that every behaviour is tried with both clients.
import { createServer, type RequestListener } from 'node:http';
import { type RunnerHandle, run, sequentialize } from '@grammyjs/runner';
import { Bot as GrammyBot, InputFile, webhookCallback } from 'grammy';
import { Telegraf } from 'telegraf';
import { onTestFinished } from 'vitest';

/** What the tests need of a framework's bot, whichever it is. */
export interface RunningBot {
  /** Sends as the framework's own API client does; rejects with the framework's error. */
  send(chatId: number, text: string): Promise<unknown>;
  sendPhoto(chatId: number, bytes: Buffer): Promise<unknown>;
  fileUrl(fileId: string): Promise<string>;
}

export interface Framework {
  readonly name: string;
  /** Long polling until the test ends. */
  poll(root: string, token: string): Promise<RunningBot>;
  /** Its webhook handler on a loopback port; returns the address. */
  webhook(root: string, token: string, secret: string): Promise<{ readonly url: string }>;
}

function grammyBot(root: string, token: string): GrammyBot {
  const bot = new GrammyBot(token, { client: { apiRoot: root } });
  bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
  bot.command('menu', (ctx) =>
    ctx.reply('<b>Choose</b>', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] },
    }),
  );
  bot.callbackQuery('yes', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Noted' });
    await ctx.editMessageText('Chosen: yes');
  });
  bot.on('message:photo', (ctx) => ctx.reply(`photo ${ctx.msg.photo.at(-1)?.file_id}`));
  bot.on('message:text', (ctx) => ctx.reply(`echo ${ctx.msg.text}`));
  return bot;
}

const grammyApi = (bot: GrammyBot, root: string, token: string): RunningBot => ({
  send: (chatId, text) => bot.api.sendMessage(chatId, text),
  sendPhoto: (chatId, bytes) => bot.api.sendPhoto(chatId, new InputFile(bytes, 'picture.png')),
  fileUrl: async (fileId) => `${root}/file/bot${token}/${(await bot.api.getFile(fileId)).file_path}`,
});

const onGrammy: Framework = {
  name: 'grammY',
  async poll(root, token) {
    const bot = grammyBot(root, token);
    void bot.start();
    onTestFinished(() => bot.stop());
    return grammyApi(bot, root, token);
  },
  webhook: (root, token, secret) =>
    serve(webhookCallback(grammyBot(root, token), 'http', { secretToken: secret })),
};

const onGrammyRunner: Framework = {
  ...onGrammy,
  name: 'grammY with runner',
  async poll(root, token) {
    const bot = grammyBot(root, token);
    const runner: RunnerHandle = run(bot);
    onTestFinished(() => (runner.isRunning() ? runner.stop() : undefined));
    return grammyApi(bot, root, token);
  },
};

function telegrafBot(root: string, token: string): Telegraf {
  const bot = new Telegraf(token, { telegram: { apiRoot: root } });
  bot.command('menu', (ctx) =>
    ctx.reply('<b>Choose</b>', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] },
    }),
  );
  bot.action('yes', async (ctx) => {
    await ctx.answerCbQuery('Noted');
    await ctx.editMessageText('Chosen: yes');
  });
  bot.on('photo', (ctx) => ctx.reply(`photo ${ctx.message.photo.at(-1)?.file_id}`));
  bot.on('text', (ctx) => ctx.reply(`echo ${ctx.message.text}`));
  return bot;
}

const onTelegraf: Framework = {
  name: 'Telegraf',
  async poll(root, token) {
    const bot = telegrafBot(root, token);
    await new Promise<void>((resolve) => {
      const running = bot.launch(resolve);
      onTestFinished(async () => {
        bot.stop();
        await running;
      });
    });
    return {
      send: (chatId, text) => bot.telegram.sendMessage(chatId, text),
      sendPhoto: (chatId, bytes) => bot.telegram.sendPhoto(chatId, { source: bytes }),
      fileUrl: async (fileId) => (await bot.telegram.getFileLink(fileId)).href,
    };
  },
  webhook: (root, token, secret) => {
    const bot = telegrafBot(root, token);
    return serve(bot.webhookCallback('/', { secretToken: secret }));
  },
};

export const FRAMEWORKS: readonly Framework[] = [onGrammy, onGrammyRunner, onTelegraf];

/** Serves a request listener on a free loopback port until the test ends. */
export function serve(listener: RequestListener): Promise<{ url: string }> {
  const server = createServer(listener);
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve({ url: `http://127.0.0.1:${address.port}/` });
    });
  });
}
