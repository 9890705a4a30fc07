// What the chat needs of a log; pino's logger fits. Fields never hold what a person wrote.

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
