import { describe, expect, it } from 'vitest';
import { settled } from '../../src/config/typography.js';
import { educate } from '../../src/language/educate.js';

/** `~` stands for a no-break space, `_` for a narrow one, `^` for a hair space. */
const shown = (text: string): string =>
  text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_').replaceAll('\u200a', '^');
const set = (text: string, lang: string): string => {
  const cells = educate(text, lang, settled(true));
  expect(cells).toHaveLength(text.length);
  const done = cells.join('');
  expect(educate(done, lang, settled(true)).join(''), 'a second time').toBe(done);
  return shown(done);
};

const TABLE: Readonly<Record<string, readonly (readonly [typed: string, set: string])[]>> = {
  en: [
    [`"Hello," she said.`, '“Hello,” she said.'],
    [`It's the dog's.`, 'It’s the dog’s.'],
    [`the parents' house`, 'the parents’ house'],
    [`'Tis the season, rock 'n' roll, the '90s`, '’Tis the season, rock ’n’ roll, the ’90s'],
    [`the class of '68 met in '04.`, 'the class of ’68 met in ’04.'],
    [`the '10 apples' he ate`, 'the ‘10 apples’ he ate'],
    [`'em all, and the word 'em' itself`, '’em all, and the word ‘em’ itself'],
    [`"He said 'go' to me."`, '“He said ‘go’ to me.”'],
    [`"'Go,' he said."`, '“^‘Go,’ he said.”'],
    [`"He said, 'Go.'"`, '“He said, ‘Go.’^”'],
    [`'Single,' he said.`, '‘Single,’ he said.'],
    [`("Quoted")`, '(“Quoted”)'],
    [`"Yes"—"No"`, '“Yes”—“No”'],
    [`"...and then"`, '“…and then”'],
    [`"One paragraph that goes on`, '“One paragraph that goes on'],
    [`a 6" nail and 5'10" tall`, 'a 6″ nail and 5′10″ tall'],
    [`22½" wide, 24 1/2" long, 5'6½" tall, 3½'`, '22½″ wide, 24_½″ long, 5′6½″ tall, 3½′'],
    [`"I am 5'6½" tall," she said, "and 22½"`, '“I am 5′6½″ tall,” she said, “and 22½”'],
    [`20" x 60", 12.5" x 8½", 2' x 4', 1/2" x 3/4"`, '20″~×~60″, 12.5″~×~8½″, 2′~×~4′, 1/2″~×~3/4″'],
    [`3/4 l, 1/2 h later, 1/4 L, 1/2 a loaf`, '¾~l, ½~h later, ¼~L, ½ a loaf'],
    [`1/2 I said, 2/3 g, 1/2 A`, '1/2 I said, 2/3~g, 1/2 A'],
    [`wait... what`, 'wait… what'],
    [`so ... what . . . then`, 'so~… what~… then'],
    [`1990--1995 and a --- dash`, '1990–1995 and a—dash'],
    [`this -- that`, 'this~– that'],
    [`Mr. ------ of --------- Street`, 'Mr.~—— of~——— Street'],
    [`Mr. ⸺`, 'Mr.~——'],
    [`10-12, pp. 101-120, 1990-95`, '10–12, pp.~101–120, 1990–95'],
    [`(3-5) at 9:30-11:00`, '(3–5) at 9:30–11:00'],
    [`-5 °C, at -3.5 and (-2)`, '−5~°C, at −3.5 and (−2)'],
    [`3 x 4, 3x4x5, 1920x1080 px, 2.5x3`, '3~×~4, 3~×~4~×~5, 1920~×~1080~px, 2.5~×~3'],
    [`1/2 cup, 2 1/2 cups, a 3/4-inch bolt`, '½ cup, 2_½ cups, a ¾-inch bolt'],
    [`Mr. Smith, No. 5, p. 5, vol. II`, 'Mr.~Smith, No.~5, p.~5, vol.~II'],
    [`J. S. Bach, i. e. this`, 'J.~S.~Bach, i.~e. this'],
    [`at 5 p.m. and 6 AM`, 'at 5~p.m. and 6~AM'],
    [`10 km, 5 %, 10\nkg`, '10~km, 5%, 10~kg'],
    [`on 25 May, the 3rd June 1914 and May 25, 1914`, 'on 25~May, the 3rd~June 1914 and May~25, 1914'],
    [`in 1990 May was ill; May 1990, Marching 12`, 'in 1990 May was ill; May 1990, Marching 12'],
    [
      `1. e4 e5 2. Nf3 Nc6 12... O-O-O, or ... h6 14.\nexd8=Q+`,
      '1.~e4 e5 2.~Nf3 Nc6 12…~O-O-O, or~…~h6 14.~exd8=Q+',
    ],
    [`In 1914. He left, as in 3. She and 2. A4 paper`, 'In 1914. He left, as in 3. She and 2. A4 paper'],
    [`€ 6, EUR 10, 5 € or £ a day`, '€~6, EUR~10, 5~€ or £ a day'],
  ],
  cs: [
    [`"A 'ano', s ním," řekl v Brně.`, '„A~‚ano‘, s~ním,“ řekl v~Brně.'],
    [`str. 12, č. 3, 65 Kč, u K. Čapka`, 'str.~12, č.~3, 65~Kč, u~K.~Čapka'],
  ],
  sk: [[`"Áno," povedal a išiel k oknu.`, '„Áno,“ povedal a~išiel k~oknu.']],
  hu: [[`"Nem," mondta, "a 'majd' szó."`, '„Nem,” mondta, „a »majd« szó.”']],
  el: [[`Είπε "όχι 'ναι' εδώ".`, 'Είπε «όχι “ναι” εδώ».']],
  fi: [
    [`"Ei", hän sanoi, "'joo'".`, '”Ei”, hän sanoi, ”^’joo’^”.'],
    [`10 000 euroa, 5 %, 5%`, '10_000 euroa, 5~%, 5~%'],
  ],
  da: [[`"Nej," sagde han.`, '»Nej,« sagde han.']],
  nb: [[`"Nei," sa han.`, '«Nei,» sa han.']],
  uk: [
    [`"Ні, 'так'", сказав він.`, '«Ні, „так“», сказав він.'],
    [`15 000 м, 5%, 1 000 000`, '15_000~м, 5%, 1_000_000'],
    [`"Так", -- сказав п. Шевченко.`, '«Так»,~— сказав п.~Шевченко.'],
    [`25 травня 1990 р., с. 15, розд. 3`, '25~травня 1990~р., с.~15, розд.~3'],
    [`об'єкт, п'ять, 5 км`, 'об’єкт, п’ять, 5~км'],
  ],
  ro: [[`"Nu," spuse el.`, '„Nu,” spuse el.']],
  de: [
    [`Am 25. Mai, bis 1. Jan. 1914; 12 Maien`, 'Am 25.~Mai, bis 1.~Jan. 1914; 12 Maien'],
    [`"Nein", sagte er, "das 'Haus' ist's."`, '„Nein“, sagte er, „das ‚Haus‘ ist’s.“'],
    [`"'Geh', sagte er."`, '„^‚Geh‘, sagte er.“'],
    [`Wie geht 's ihm, 'ne Frage, die '68er`, 'Wie geht ’s ihm, ’ne Frage, die ’68er'],
    [`Wort --- Wort, Wort---Wort, Wort -- Wort`, 'Wort~– Wort, Wort~– Wort, Wort~– Wort'],
    [`z. B. heute, u. a. m., v. Chr.`, 'z.~B. heute, u.~a.~m., v.~Chr.'],
    [`S. 5, Nr. 3, § 12, Dr. Koch`, 'S.~5, Nr.~3, §~12, Dr.~Koch'],
    [`100% und 5 %, 5%ig`, '100~% und 5~%, 5%ig'],
    [`10 000 Euro, 5 Uhr`, '10_000~Euro, 5~Uhr'],
  ],
  'de-CH': [
    [`"Nein", 10'000 Franken`, '«Nein», 10’000 Franken'],
    [`100%`, '100~%'],
  ],
  fr: [
    [`"Oui" ! Vraiment ?`, '«_Oui_»_! Vraiment_?'],
    [`Oui : non ; bon ?!`, 'Oui~: non_; bon_?!'],
    [`« a » et «b»`, '«_a_» et «_b_»'],
    [`" Oui " dit-il`, '«_Oui_» dit-il'],
    [`l'homme d'aujourd'hui`, 'l’homme d’aujourd’hui'],
    [`M. Dupont, Mme Curie, p. 5, n° 3`, 'M.~Dupont, Mme~Curie, p.~5, n°~3'],
    [`1 000 000 km, 100 %, 5%`, '1_000_000~km, 100_%, 5_%'],
    [`-- Oui, dit-il`, '–~Oui, dit-il'],
    [`mot --- incise --- mot`, 'mot~— incise~— mot'],
  ],
  'fr-CA': [[`"Oui" ! Oui : bon ?`, '«_Oui_» ! Oui~: bon ?']],
  es: [
    [`22½" de ancho`, '22½″ de ancho'],
    [`"Sí"`, '«Sí»'],
    [`¿"Sí" o "no"?`, '¿«Sí» o «no»?'],
    [`--Hola --dijo él--. Sí`, '—Hola —dijo él—. Sí'],
    [`-- Hola`, '—Hola'],
    [`palabra ---inciso--- palabra`, 'palabra —inciso— palabra'],
    [`1990--1995`, '1990–1995'],
    [`Sra. García, pág. 5, 50%`, 'Sra.~García, pág.~5, 50~%'],
  ],
  it: [
    [`"Sì"`, '«Sì»'],
    [`l'acqua, 'sto tempo`, 'l’acqua, ’sto tempo'],
    [`Sig. Rossi, pag. 5, 10 000 euro`, 'Sig.~Rossi, pag.~5, 10_000~euro'],
  ],
  he: [
    [`ד"ר כהן, מנכ"ל, ק"ג וצה"ל`, 'ד״ר כהן, מנכ״ל, ק״ג וצה״ל'],
    [`מנכ"לית כתבה דו"חות`, 'מנכ״לית כתבה דו״חות'],
    [`עמ' 5, פרופ' לוי, ג'ירפה וצ'ק`, 'עמ׳ 5, פרופ׳ לוי, ג׳ירפה וצ׳ק'],
    [`"ד"ר כהן" אמר "שלום"`, '“ד״ר כהן” אמר “שלום”'],
    [`ה"מומחה" וב"בית הספר" של ד"ר לוי`, 'ה“מומחה” וב“בית הספר” של ד״ר לוי'],
    [`'שלום' אמר`, '‘שלום’ אמר'],
    [`לוח 20" x 60"`, 'לוח 20″~×~60″'],
  ],
  nl: [
    [`"Ja", 's avonds, 't is, z'n`, '“Ja”, ’s avonds, ’t is, z’n'],
    [`woord --- woord`, 'woord~– woord'],
    [`blz. 5, dhr. Jansen, 20 uur`, 'blz.~5, dhr.~Jansen, 20~uur'],
  ],
  pl: [
    [`"Tak"`, '„Tak”'],
    [`To 'q' jest. 'Tak'`, 'To «q» jest. «Tak»'],
    [`W domu i w lesie z Anią`, 'W~domu i~w~lesie z~Anią'],
    [`-- Tak`, '–~Tak'],
    [`słowo --- słowo`, 'słowo~— słowo'],
    [`w 1999 r., 5 zł, s. 5`, 'w~1999~r., 5~zł, s.~5'],
  ],
  ru: [
    [`"Да"`, '«Да»'],
    [`"Он сказал 'да'"`, '«Он сказал „да“»'],
    [`Он в лесу и с ней же`, 'Он в~лесу и~с~ней~же'],
    [`слово -- слово --- слово`, 'слово~— слово~— слово'],
    [`-- Да`, '—~Да'],
    [`5 км, и т. д., 1999 г., А. С. Пушкин, с. 5`, '5~км, и~т.~д., 1999~г., А.~С.~Пушкин, с.~5'],
  ],
  sv: [
    [`"Ja"`, '”Ja”'],
    [`"Han sa 'nej'"`, '”Han sa ’nej’^”'],
    [`på '90-talet`, 'på ’90-talet'],
    [`ord --- ord`, 'ord~– ord'],
    [`t. ex. 10 kr, bl. a. 5%`, 't.~ex. 10~kr, bl.~a. 5~%'],
  ],
  zh: [
    [`他说"你好"，然后走了。"再见"，她说。`, '他说“你好”，然后走了。“再见”，她说。'],
    [`他说:"好。"`, '他说:“好。”'],
    [`用Word"文件"菜单，"文件"在A"栏"`, '用Word“文件”菜单，“文件”在A“栏”'],
    [`他说"她叫我'走'了"`, '他说“她叫我‘走’了”'],
    [`"2020年"和 "Hello" 和"A"`, '“2020年”和 “Hello” 和“A”'],
    [`他买了一台24"显示器，又说"很好"，`, '他买了一台24″显示器，又说“很好”，'],
    [`他说……"OK"，the students'作业，"好"`, '他说……“OK”，the students’作业，“好”'],
  ],
  ja: [
    [`彼は"はい"と言い、"いいえ"と書いた。`, '彼は「はい」と言い、「いいえ」と書いた。'],
    [`ユーザー"Admin"を作り、"root"を`, 'ユーザー「Admin」を作り、「root」を'],
  ],
  'zh-TW': [[`他說"你好"。`, '他說「你好」。']],
};

/** What is none of it, in any language that it is tried in. */
const UNTOUCHED = [
  '2026-11-25 and 2005-11',
  '555-1234, +49-30-123456, 1-800-555-0199',
  'ISBN 978-3-16-148410-1',
  'COVID-19, F-16, 10.0-12.1, v1.2-3, a1-2b',
  '09-12, 12-10, 3-3',
  'Listing 2-4 and Figure 1-3, Abbildung 2-4',
  '0x10, 3x, x4, icon-64x64.png, 10x10y, ab3x4',
  '1/2/2026, Part 1/2, 24/7, 11/2, 1/20, km/h 1/2.',
  'a-5, 5-3, -5-6, 10 -5',
  'example.org/a-b-1-2',
  '----',
  '....',
  '?..',
  '12:30:45',
  'C:',
  'a " b',
];

describe.each(Object.entries(TABLE))('%s', (lang, rows) => {
  it.each(rows)('%s', (typed, expected) => {
    expect(set(typed, lang)).toBe(expected);
  });
});

describe('what stays as it is', () => {
  it.each(UNTOUCHED)('%s', (typed) => {
    expect(set(typed, 'en')).toBe(typed);
  });
});

describe('each step by itself', () => {
  const typed = `"A" --- b... -1 3x4 1/2 cup 10 km`;
  it.each([
    ['quotes', `“A” --- b... -1 3x4 1/2 cup 10 km`],
    ['dashes', `"A"—b... -1 3x4 1/2 cup 10 km`],
    ['ellipses', `"A" --- b… -1 3x4 1/2 cup 10 km`],
    ['signs', `"A" --- b... −1 3~×~4 1/2 cup 10 km`],
    ['fractions', `"A" --- b... -1 3x4_½ cup 10 km`],
    ['spaces', `"A" --- b... -1 3x4 1/2 cup 10~km`],
  ])('%s', (step, expected) => {
    const only = settled({ [step]: true }, settled(false));
    expect(shown(educate(typed, 'en', only).join(''))).toBe(expected);
    const others = settled({ [step]: false });
    expect(educate(typed, 'en', others).join('')).not.toBe(educate(typed, 'en', settled(true)).join(''));
  });
});

it('takes a time that grows with the text and no faster', () => {
  // A quadratic step would run into the limit of the test: each of these is longer than a book's longest paragraph.
  for (const part of [
    `"`,
    `'`,
    `' `,
    `-`,
    `. `,
    `1 `,
    `1-`,
    `1x`,
    `a `,
    `"'`,
    `M. `,
    `… `,
    `'90 `,
    `1/2 `,
    `« `,
  ])
    expect(educate(part.repeat(200_000 / part.length), 'fr', settled(true))).toHaveLength(
      part.length * Math.floor(200_000 / part.length),
    );
});
