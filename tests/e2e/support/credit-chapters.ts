// The credit story as one person plays it in the demo, by clicking what a person would click.
import type { Browser } from 'playwright-core';
import { picture } from './browsing.ts';
import { photograph } from './photograph.ts';
import type { Table } from './table.ts';

const CITY = /^(?:Астана|Astana)$/;
const PROJECT = /Ақсақалмен әңгіме/;

/** What is written in the story. Nobody's name: Үлгі means "model", Образец "sample". */
export const lines = {
  kk: {
    name: 'Үлгібаева Дана',
    work: ['Тұрғындарға кітап оқып бердім.', 'Серуенге бірге шықтық.', 'Телефонды қолдануды үйреттім.'],
    reason: 'Сабақ бір сағат ерте аяқталды: уақытын тексеріңізші.',
    report: 'Үш күн бойы тұрғындарға кітап оқып бердім, серуенге шықтық, телефонмен қоңырау шалуды үйреттім.',
  },
  ru: {
    name: 'Образцова Дана',
    work: ['Читала жильцам книгу вслух.', 'Гуляли вместе в парке.', 'Учила звонить внукам по видео.'],
    reason: 'Занятие закончилось на час раньше: проверьте, пожалуйста, время.',
    report: 'Три дня читала жильцам вслух, гуляла с ними в парке и учила звонить внукам по видео.',
  },
  en: {
    name: 'Sample Dana',
    work: ['Read a book aloud to the residents.', 'We went for a walk together.', 'Taught video calls.'],
    reason: 'It ended an hour earlier: please check the time.',
    report: 'For three days I read aloud to the residents, walked with them and taught them video calls.',
  },
} as const;

/** From the empty chat to the first question. */
export async function begin({ student, language }: Table): Promise<void> {
  await student.start();
  await student.hears('common:welcome.greeting');
  await student.tap(`common:language.${language}`);
  await student.hears('credit:welcome');
}

/** All questions, up to the review of the answers. */
export async function answerRegistration(table: Table): Promise<void> {
  const { student, language } = table;
  await begin(table);
  await student.tap('credit:button.register');
  await student.hears('credit:register.consent');
  await student.tap('credit:register.agree');
  await student.hears('register:which-name');
  await student.say(lines[language].name);
  await student.hears('credit:register.which-university');
  await student.tap(/^(?:«Мысал» университеті|Университет «Мысал»|Mysal University)$/);
  await student.hears('credit:register.which-year');
  await student.tap('credit:register.year');
  await student.hears('credit:register.which-region');
  await student.tap(CITY);
  await student.hears('credit:register.which-phone');
  await student.tap('common:button.skip');
  await student.hears('register:which-birth-date');
  await student.say('14.05.2005');
  await student.hears('credit:register.review');
}

export async function sendRegistration({ student }: Table): Promise<void> {
  await student.tap('credit:button.register');
  await student.hears('credit:register.done');
}

/** The form opens in a tab of its own and offers made-up numbers. */
export async function fillForm({ page, student }: Table): Promise<void> {
  const opened = page.waitForEvent('popup');
  await student.tap('common:button.open-form');
  const form = await opened;
  const [iin = '', iban = ''] = await form.locator('.demo code').allTextContents();
  await form.locator('#iin').fill(iin);
  await form.locator('#iban').fill(iban);
  await form.locator('button[type=submit]').click();
  await form.waitForURL(/\/forms\/done/);
  await form.close();
  await student.hears('credit:notice.identity-given');
}

export async function book({ student }: Table): Promise<void> {
  await student.tap('credit:button.find');
  await student.hears('credit:find.which-direction');
  await student.tap('organisations:direction.elderly');
  await student.hears('credit:find.where');
  await student.tap('credit:find.all-regions');
  await student.hears('credit:find.which-project');
  await student.tap(PROJECT);
  await student.hears('credit:book.card');
  await student.tap('credit:book.slot');
  await student.hears('credit:book.review');
  await student.tap('credit:button.book');
  await student.hears('credit:book.done');
}

export async function invite(table: Table): Promise<void> {
  const { student, language } = table;
  const coordinator = await table.with('coordinator');
  await coordinator.hears('credit-staff:card.interview-ahead', lines[language].name);
  await picture(table.page, '2-invite');
  await coordinator.tap('credit-staff:button.invite');
  await coordinator.seesItBecome('credit-staff:result.interview.invited');
  await student.hears('credit:notice.invited');
  await student.tap('credit:button.accept');
  await student.hears('credit:invitation.which-target');
  await student.tap(/^20\s/);
  await student.hears('credit:invitation.review');
  await student.tap('credit:button.accept');
  await student.hears('credit:invitation.accepted');
}

export interface Work {
  /** The button that leads to it, on what was heard last. */
  readonly by: 'report-hours' | 'report-again' | 'report-more';
  readonly time: string;
  readonly what: string;
  readonly photo?: Buffer;
}

/** Hours of the day before, since the day itself may be too young for them. */
export async function reportHours({ student }: Table, { by, time, what, photo }: Work): Promise<void> {
  await student.tap(`credit:button.${by}`);
  await student.hears('credit:hours.what');
  await student.say(what);
  await student.hears('credit:hours.photos');
  if (photo) {
    await student.attach('photo.png', 'image/png', photo);
    await student.hears('common:dialogue.files-so-far');
    await student.tap('common:button.done');
  } else await student.tap('common:button.skip');
  await student.hears('credit:hours.which-date');
  await student.tap('common:day.yesterday');
  await student.hears('credit:hours.which-time');
  await student.say(time);
  await student.hears('credit:hours.review');
  await student.tap('credit:button.send');
  await student.hears('credit:hours.sent');
}

/** Returned hours come back as they were written: the time is changed and a photo added. */
async function correctHours({ student }: Table, time: string, photo: Buffer): Promise<void> {
  await student.tap('credit:button.report-again');
  await student.hears('credit:hours.review');
  await student.tap('common:button.change');
  await student.seesItBecome('common:dialogue.change-which');
  await student.tap('credit:change.time');
  await student.seesItBecome('credit:hours.which-time');
  await student.say(time);
  await student.hears('credit:hours.review');
  await student.tap('common:button.change');
  await student.seesItBecome('common:dialogue.change-which');
  await student.tap('credit:change.photos');
  await student.seesItBecome('credit:hours.photos');
  await student.attach('photo.png', 'image/png', photo);
  await student.hears('common:dialogue.files-so-far');
  await student.tap('common:button.done');
  await student.seesItBecome('credit:hours.review');
  await student.tap('credit:button.send');
  await student.seesItBecome('credit:hours.sent');
}

export async function confirmHours(table: Table): Promise<void> {
  const coordinator = await table.with('coordinator');
  await coordinator.hears('credit-staff:card.hours-ahead', lines[table.language].name);
  await coordinator.tap('credit-staff:button.confirm-hours');
  await coordinator.seesItBecome('credit-staff:result.hours.confirmed');
}

/** Returned once, with a photo once, three days of work, 20 hours in the end. */
export async function workTwentyHours(table: Table, browser: Browser): Promise<void> {
  const { student, language } = table;
  const { name, work, reason } = lines[language];
  const [read, walked, taught] = work;
  const photo = await photograph(browser);
  await table.nextDay();
  await reportHours(table, { by: 'report-hours', time: '10:00–15:00', what: read });
  const coordinator = await table.with('coordinator');
  await coordinator.hears('credit-staff:card.hours-ahead', name);
  await coordinator.tap('credit-staff:button.return');
  await coordinator.hears('credit-staff:ask-reason.hours-return');
  await coordinator.say(reason);
  await coordinator.hears('credit-staff:sure.hours-returned');
  await coordinator.tap('credit-staff:button.return');
  await coordinator.hears('credit-staff:done.hours-returned');
  await student.hears('credit:notice.hours-returned');
  await correctHours(table, '10:00–14:00', photo);
  await confirmHours(table);
  await student.hears('credit:notice.hours-confirmed');
  await table.nextDay();
  await reportHours(table, { by: 'report-more', time: '9:00–17:00', what: walked, photo });
  await confirmHours(table);
  await student.hears('credit:notice.hours-confirmed');
  await picture(table.page, '3-hours');
  await table.nextDay();
  await reportHours(table, { by: 'report-more', time: '9:00–17:00', what: taught });
  await confirmHours(table);
  await student.hears('credit:notice.hours-complete');
}

export async function report(table: Table): Promise<void> {
  const { student, language } = table;
  await student.tap('credit:button.send-report');
  await student.hears('credit:report.text');
  await student.say(lines[language].report);
  await student.hears('credit:report.photos');
  await student.tap('common:button.skip');
  await student.hears('credit:report.review');
  await student.tap('credit:button.send');
  await student.hears('credit:report.sent');
  const head = await table.with('head');
  await head.hears('credit-staff:card.report-ahead', lines[language].name);
  await head.tap('credit-staff:button.approve');
  await head.hears('credit-staff:sure.approved');
  await head.tap('credit-staff:button.approve');
  await head.seesItBecome('credit-staff:done.approved');
  await student.hears('credit:notice.report-approved');
  await student.hears('credit:notice.recredit-granted');
  await picture(table.page, '4-report');
}

export async function pay(table: Table): Promise<void> {
  const { student, language } = table;
  const centre = await table.with('financial-centre');
  await centre.hears('credit-staff:card.payout', lines[language].name);
  await centre.tap('credit-staff:button.paid');
  await centre.hears('credit-staff:ask-reason.bank-reference');
  await centre.say('KZ-2026-0001');
  await centre.hears('credit-staff:sure.paid');
  await centre.tap('credit-staff:button.paid');
  await centre.hears('credit-staff:done.paid');
  await student.hears('credit:notice.payout-paid');
}

export async function recredit(table: Table): Promise<void> {
  const { student, language } = table;
  await student.say('/status');
  await student.hears('credit:payout.paid');
  await student.tap('credit:button.request-recredit');
  await student.hears('credit:recredit.sent');
  const registrar = await table.with('registrar');
  await registrar.hears('credit-staff:card.recredit-ahead', lines[language].name);
  await registrar.tap('credit-staff:button.confirm-recredit');
  await registrar.hears('credit-staff:sure.recredited');
  await registrar.tap('credit-staff:button.confirm-recredit');
  await registrar.seesItBecome('credit-staff:done.recredited');
  await student.hears('credit:notice.recredit-confirmed');
}
