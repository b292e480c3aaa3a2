/** Words that Octavo writes by itself, in the languages it knows. */
export interface Words {
  readonly contents: string;
  readonly notes: string;
  readonly backToText: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly copyright: string;
  readonly colophon: string;
  readonly handout: string;
  readonly handouts: string;
  readonly toDo: string;
  readonly done: string;
  readonly page: string;
  license(name: string): string;
  /** A sentence on how the book was set, for the colophon. */
  madeWith(typefaces: string): string;
  readonly callouts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution' | 'practice' | 'example', string>>;
}

const EN: Words = {
  contents: 'Contents',
  notes: 'Notes',
  backToText: 'Back to the text',
  cover: 'Cover',
  titlePage: 'Title page',
  copyright: 'Copyright',
  colophon: 'Colophon',
  handout: 'Handout',
  handouts: 'Handouts',
  toDo: 'to do',
  done: 'done',
  page: 'page',
  license: (name) => `Licensed under ${name}.`,
  madeWith: (typefaces) => `This book was set in ${typefaces} with Octavo, from one folder of Markdown.`,
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution', practice: 'Practice', example: 'Example' },
};

const WORDS: Readonly<Record<string, Words>> = {
  en: EN,
  de: { contents: 'Inhalt', notes: 'Anmerkungen', backToText: 'Zurück zum Text', cover: 'Umschlag', titlePage: 'Titel', copyright: 'Impressum', colophon: 'Kolophon', handout: 'Arbeitsblatt', handouts: 'Arbeitsblätter', toDo: 'zu tun', done: 'erledigt', page: 'Seite', license: (name) => `Lizenziert unter ${name}.`, madeWith: (typefaces) => `Dieses Buch wurde mit Octavo aus der ${typefaces} gesetzt.`, callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht', practice: 'Übung', example: 'Beispiel' } },
  fr: { contents: 'Table des matières', notes: 'Notes', backToText: 'Retour au texte', cover: 'Couverture', titlePage: 'Page de titre', copyright: 'Mentions légales', colophon: 'Colophon', handout: 'Fiche', handouts: 'Fiches', toDo: 'à faire', done: 'fait', page: 'page', license: (name) => `Sous licence ${name}.`, madeWith: (typefaces) => `Ce livre a été composé en ${typefaces} avec Octavo.`, callouts: { note: 'Remarque', tip: 'Conseil', important: 'Important', warning: 'Avertissement', caution: 'Attention', practice: 'Exercice', example: 'Exemple' } },
  es: { contents: 'Índice', notes: 'Notas', backToText: 'Volver al texto', cover: 'Cubierta', titlePage: 'Portada', copyright: 'Créditos', colophon: 'Colofón', handout: 'Ficha', handouts: 'Fichas', toDo: 'por hacer', done: 'hecho', page: 'página', license: (name) => `Con licencia ${name}.`, madeWith: (typefaces) => `Este libro se compuso en ${typefaces} con Octavo.`, callouts: { note: 'Nota', tip: 'Consejo', important: 'Importante', warning: 'Advertencia', caution: 'Precaución', practice: 'Práctica', example: 'Ejemplo' } },
  it: { contents: 'Indice', notes: 'Note', backToText: 'Torna al testo', cover: 'Copertina', titlePage: 'Frontespizio', copyright: 'Colophon', colophon: 'Colophon', handout: 'Scheda', handouts: 'Schede', toDo: 'da fare', done: 'fatto', page: 'pagina', license: (name) => `Con licenza ${name}.`, madeWith: (typefaces) => `Questo libro è stato composto in ${typefaces} con Octavo.`, callouts: { note: 'Nota', tip: 'Consiglio', important: 'Importante', warning: 'Avvertenza', caution: 'Attenzione', practice: 'Esercizio', example: 'Esempio' } },
  nl: { contents: 'Inhoud', notes: 'Noten', backToText: 'Terug naar de tekst', cover: 'Omslag', titlePage: 'Titelpagina', copyright: 'Colofon', colophon: 'Colofon', handout: 'Werkblad', handouts: 'Werkbladen', toDo: 'te doen', done: 'gedaan', page: 'pagina', license: (name) => `Onder licentie ${name}.`, madeWith: (typefaces) => `Dit boek is gezet uit de ${typefaces} met Octavo.`, callouts: { note: 'Opmerking', tip: 'Tip', important: 'Belangrijk', warning: 'Waarschuwing', caution: 'Let op', practice: 'Oefening', example: 'Voorbeeld' } },
  pl: { contents: 'Spis treści', notes: 'Przypisy', backToText: 'Wróć do tekstu', cover: 'Okładka', titlePage: 'Strona tytułowa', copyright: 'Prawa autorskie', colophon: 'Kolofon', handout: 'Karta pracy', handouts: 'Karty pracy', toDo: 'do zrobienia', done: 'zrobione', page: 'strona', license: (name) => `Na licencji ${name}.`, madeWith: (typefaces) => `Książkę złożono krojem ${typefaces} w programie Octavo.`, callouts: { note: 'Uwaga', tip: 'Wskazówka', important: 'Ważne', warning: 'Ostrzeżenie', caution: 'Ostrożnie', practice: 'Ćwiczenie', example: 'Przykład' } },
  ru: { contents: 'Оглавление', notes: 'Примечания', backToText: 'Назад к тексту', cover: 'Обложка', titlePage: 'Титульный лист', copyright: 'Выходные данные', colophon: 'Колофон', handout: 'Рабочий лист', handouts: 'Рабочие листы', toDo: 'сделать', done: 'сделано', page: 'страница', license: (name) => `Лицензия: ${name}.`, madeWith: (typefaces) => `Книга набрана гарнитурой ${typefaces} в Octavo.`, callouts: { note: 'Примечание', tip: 'Совет', important: 'Важно', warning: 'Предупреждение', caution: 'Осторожно', practice: 'Упражнение', example: 'Пример' } },
  sv: { contents: 'Innehåll', notes: 'Noter', backToText: 'Tillbaka till texten', cover: 'Omslag', titlePage: 'Titelsida', copyright: 'Upphovsrätt', colophon: 'Kolofon', handout: 'Arbetsblad', handouts: 'Arbetsblad', toDo: 'att göra', done: 'klart', page: 'sida', license: (name) => `Licens: ${name}.`, madeWith: (typefaces) => `Boken är satt i ${typefaces} med Octavo.`, callouts: { note: 'Obs', tip: 'Tips', important: 'Viktigt', warning: 'Varning', caution: 'Försiktigt', practice: 'Övning', example: 'Exempel' } },
};

/** The words of a language by its tag; English for one that is not listed. */
export function wordsOf(lang: string): Words {
  return WORDS[lang.split('-')[0] ?? ''] ?? EN;
}
