// Who a certificate of Kazakhstan's authority names: IIN in the serial number, BIN in the unit, role in the key's uses.
import type { Certificate } from 'pkijs';

const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const UNIT = '2.5.4.11';
const EXTENDED_USES = '2.5.29.37';
/** «Первый руководитель юридического лица» among the uses that the national authority defines. */
export const FIRST_HEAD = '1.2.398.3.3.4.1.2.1';

export interface Subject {
  readonly name: string;
  readonly iin: string | null;
  readonly bin: string | null;
  readonly isHead: boolean;
}

export function subjectOf(certificate: Certificate): Subject {
  const values = (type: string): string[] =>
    certificate.subject.typesAndValues
      .filter((each) => each.type === type)
      .map((each) => String(each.value.valueBlock.value));
  return {
    name: values(COMMON_NAME)[0] ?? '',
    iin: numberAfter('IIN', values(SERIAL_NUMBER)),
    bin: numberAfter('BIN', values(UNIT)),
    isHead: usesOf(certificate).includes(FIRST_HEAD),
  };
}

function numberAfter(prefix: string, values: readonly string[]): string | null {
  const found = values.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length));
  const [only] = found;
  return found.length === 1 && only !== undefined && /^\d{12}$/.test(only) ? only : null;
}

function usesOf(certificate: Certificate): readonly string[] {
  const extension = certificate.extensions?.find((each) => each.extnID === EXTENDED_USES);
  const parsed: unknown = extension?.parsedValue;
  const uses =
    typeof parsed === 'object' && parsed !== null && 'keyPurposes' in parsed ? parsed.keyPurposes : [];
  return Array.isArray(uses) ? uses.map(String) : [];
}
