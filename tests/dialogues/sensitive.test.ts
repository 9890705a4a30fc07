// Personal numbers and accounts are caught wherever they stand in what a person typed.
import { expect, it } from 'vitest';
import { holdsSensitiveData } from '../../bot/dialogue/sensitive.ts';
import { validBin, validIban, validIin } from '../support/identity/numbers.ts';

const IIN = validIin(1);
const IBAN = validIban(1);
const spaced = (value: string, size: number) => value.replace(new RegExp(`.{${size}}(?=.)`, 'g'), '$& ');

it.each([
  IIN,
  spaced(IIN, 6),
  `мой ИИН ${IIN}, 2 курс`,
  `${IIN} 87010000000`,
  `ИИН ${spaced(IIN, 3)} 20 часов`,
  `20 ${IIN}`,
  `87010000000\n${IIN}`,
  IBAN,
  spaced(IBAN, 4),
  `kz ${IBAN}`,
  `me@example.kz ${IBAN.toLowerCase()}`,
  `счёт ${IBAN} and thanks`,
  `${IBAN.slice(0, 2)}-${IBAN.slice(2)}`,
])('catches «%s»', (typed) => expect(holdsSensitiveData(typed)).toBe(true));

it.each([
  '',
  validBin(1),
  `1${IIN}`,
  `${IIN}1`,
  '+7 701 000 00 00 и 8 701 000 00 01',
  `${IBAN.slice(0, 19)}!`,
  'Kazakhstan kz 20 часов',
])('leaves «%s» alone', (typed) => expect(holdsSensitiveData(typed)).toBe(false));

it('reads the longest text at once, whatever it holds', () => {
  // Time of the processor, not of the wall: what else the machine does is no matter here.
  const began = process.cpuUsage();
  for (const hostile of ['1 ', '1', 'K', 'KZ', 'K Z 1 ', `1${' '.repeat(3000)}`])
    holdsSensitiveData(hostile.repeat(Math.ceil(100_000 / hostile.length)));
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});
