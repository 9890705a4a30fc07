// The first minutes of a newcomer in any programme: the language, then what the shared registration asks.
import type { Seat } from './seat.ts';
import type { Table } from './table.ts';

export const CITY = /^\s*(?:Астана|Astana)\s*$/;

export async function greet(table: Table, seat: Seat, welcome: string): Promise<void> {
  await seat.start();
  await seat.hears('common:welcome.greeting');
  await seat.tap(`common:language.${table.language}`);
  await seat.hears(welcome);
}
