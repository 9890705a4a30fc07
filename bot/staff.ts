// The staff bot: organisations, accreditors, the Financial Centre, registrars, operators.
import { runTelegramBot } from './telegram-process.ts';

runTelegramBot('staff');
