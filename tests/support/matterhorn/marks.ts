import type { PDFDict } from '@cantoo/pdf-lib';
import { isLanguageTag } from './language.js';
import { dictAt, numberAt, textAt } from './objects.js';
import type { Report } from './report.js';
import type { Mark } from './structure.js';
import type { Operands } from './tokens.js';

/** What content is within: marked content, one in the other. */
export interface Frame {
  readonly artifact: boolean;
  /** Whether an element lists it, or something that it is in. */
  readonly tagged: boolean;
  readonly mark: Mark | undefined;
  /** Whether the language of text in it is known. */
  readonly language: boolean;
  readonly formula: boolean;
  /** The text object that it was opened in, 0 outside of one. */
  readonly textObject: number;
}

/** In nothing. */
export const BARE: Frame = {
  artifact: false,
  tagged: false,
  mark: undefined,
  language: false,
  formula: false,
  textObject: 0,
};

/** What stands before a `BMC` or a `BDC`. */
export interface Properties {
  readonly tag: string;
  readonly mcid: number | undefined;
  readonly lang: string | undefined;
  /** Whether a text stands in the place of the content. */
  readonly speaks: boolean;
}

const SPEAKING = ['ActualText', 'Alt', 'E'];

/** Properties stand in the content, or in the resources by a name (ISO 32000-1, 14.6.2). */
export function propertiesOf(operands: Operands, resources: PDFDict | undefined): Properties {
  const tag = operands.name(0) ?? '';
  const name = operands.name(1);
  if (name !== undefined) {
    const dict = dictAt(dictAt(resources, 'Properties'), name);
    const speaks = SPEAKING.some((key) => textAt(dict, key) !== undefined);
    return { tag, mcid: numberAt(dict, 'MCID'), lang: textAt(dict, 'Lang'), speaks };
  }
  if (operands.count === 1) return { tag, mcid: undefined, lang: undefined, speaks: false };
  const lang = operands.string(operands.valueOf('Lang'));
  return {
    tag,
    mcid: operands.number(operands.valueOf('MCID')),
    lang: lang && String.fromCharCode(...lang),
    speaks: SPEAKING.some((key) => operands.valueOf(key) >= 0),
  };
}

/** Content that is opened within other content, and what is wrong with that (ISO 14289-1, 7.1 and 7.2). */
export function openFrame(
  outer: Frame,
  { tag, lang, speaks }: Properties,
  mark: Mark | undefined,
  textObject: number,
  where: string,
  report: Report,
): Frame {
  const isArtifact = tag === 'Artifact';
  if (isArtifact && outer.tagged)
    report.add('01-003', () => `On ${where}, an artifact is in tagged content.`);
  if (mark && outer.artifact)
    report.add('01-004', () => `On ${where}, tagged content (mark ${mark.id}) is in an artifact.`);
  if (lang && !isLanguageTag(lang))
    report.add('11-001', () => `On ${where}, marked content is in “${lang}”, which is no language.`);
  const above = mark ? mark.element.language : outer.language;
  const language = lang === undefined ? above : lang !== '';
  const artifact = isArtifact || (outer.artifact && !mark);
  if (speaks && !artifact && !language)
    report.add('11-002', () => `On ${where}, the language of a text in the place of ${tag} is not known.`);
  return {
    artifact,
    tagged: mark !== undefined || outer.tagged,
    mark: mark ?? outer.mark,
    language,
    formula: mark ? mark.element.formula : outer.formula,
    textObject,
  };
}
