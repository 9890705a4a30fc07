// The local Bot API server's only source of wall-clock time; tests replace it with the `now` option of startBotApi.

export type Now = () => Date;

export const systemNow: Now = () => new Date();

/** Unix time in whole seconds, as Telegram dates everything. */
export const unixSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
