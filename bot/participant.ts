// The participant bot: students and everyone who takes part.
import { runTelegramBot } from './telegram-process.ts';

runTelegramBot('participant');
