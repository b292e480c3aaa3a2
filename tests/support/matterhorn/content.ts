import { PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { Fonts, ShownFont } from './fonts.js';
import { BARE, type Frame, openFrame, propertiesOf } from './marks.js';
import { bytesOf, dictAt, listAt, nameAt, numberAt, streamAt } from './objects.js';
import type { Report } from './report.js';
import type { Mark, Structure } from './structure.js';
import { type Operands, visitOperators } from './tokens.js';

interface TextState {
  readonly font: ShownFont | undefined;
  /** How glyphs are painted; 3 is not at all (ISO 32000-1, table 106). */
  readonly mode: number;
}

/** A stream of content, and how it is painted. */
interface Stream {
  readonly bytes: Uint8Array;
  /** The page or form that its marks are of. */
  readonly owner: PDFRef | undefined;
  /** The number of its marks in the parent tree. */
  readonly key: number | undefined;
  readonly resources: PDFDict | undefined;
  readonly page: number;
  /** For a sentence. */
  readonly where: string;
  /** What it is painted in. */
  readonly frame: Frame;
  readonly text: TextState;
  /** Whether it has been read before, as what is painted in something else. */
  readonly again: boolean;
  /** What is told of content that is neither tagged nor an artifact. */
  readonly condition: '01-005' | '28-018';
  /** Told of every mark that has a number. */
  readonly numbered?: () => void;
}

const PATHS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const NO_TEXT: TextState = { font: undefined, mode: 0 };

/**
 * Reads all content of the pages and of what is painted on them, and tells what is wrong with its marks (ISO 14289-1, 7.1,
 * 7.2 and 7.20). Along the way fonts learn what is shown in them, and marks what they hold.
 */
export class Content {
  /** Forms by what they have been painted in: what is right in a form depends on it. */
  private readonly read = new Map<PDFRawStream, Set<string>>();
  /** How often a form is painted. */
  private readonly uses = new Map<PDFRawStream, number>();
  private readonly formsWithMarks = new Map<PDFRawStream, string>();

  constructor(
    private readonly file: PDFDocument,
    private readonly tree: Structure,
    private readonly fonts: Fonts,
    private readonly report: Report,
  ) {}

  readPages(): void {
    for (const [index, { node, ref }] of this.file.getPages().entries()) {
      const page = index + 1;
      this.readStream({
        bytes: joined(listAt(node, 'Contents').filter((stream) => stream instanceof PDFRawStream)),
        owner: ref,
        key: numberAt(node, 'StructParents'),
        resources: node.Resources(),
        page,
        where: `page ${page}`,
        frame: BARE,
        text: NO_TEXT,
        again: false,
        condition: '01-005',
      });
    }
    for (const [form, where] of this.formsWithMarks) {
      const times = this.uses.get(form) ?? 0;
      if (times > 1)
        this.report.add('30-002', () => `A form with marks, first on ${where}, is painted ${times} times.`);
    }
  }

  /**
   * Reads how an annotation looks. It is tagged as a whole, so that its content has no marks; only that of a printer’s mark
   * is an artifact.
   */
  readAppearance(form: PDFRawStream, page: number, isPrinterMark: boolean): void {
    this.readForm(form, undefined, {
      resources: undefined,
      page,
      where: `page ${page}`,
      frame: isPrinterMark ? BARE : { ...BARE, tagged: true, language: true },
      text: NO_TEXT,
      condition: isPrinterMark ? '28-018' : '01-005',
    });
  }

  /** Reads a pattern or a mask. It is no content itself, but what is written in it needs its font. */
  private readAside(aside: PDFRawStream | undefined, around: Stream): void {
    if (aside)
      this.readForm(aside, undefined, { ...around, frame: { ...BARE, artifact: true }, text: NO_TEXT });
  }

  private readForm(
    form: PDFRawStream,
    ref: PDFRef | undefined,
    around: Pick<Stream, 'resources' | 'page' | 'where' | 'frame' | 'text' | 'condition'>,
  ): void {
    const { artifact, tagged, language, formula } = around.frame;
    const state = [artifact, tagged, language, formula, around.text.mode === 3, around.condition].join();
    const read = this.read.get(form) ?? new Set();
    if (read.has(state)) return;
    const again = read.size > 0;
    this.read.set(form, read.add(state));
    const where = `a form on page ${around.page}`;
    this.readStream({
      ...around,
      bytes: bytesOf(form),
      owner: ref,
      key: numberAt(form.dict, 'StructParents'),
      // A form without resources of its own has those of its page (ISO 32000-1, 7.8.3).
      resources: dictAt(form.dict, 'Resources') ?? around.resources,
      where,
      again,
      numbered: () => this.formsWithMarks.set(form, `page ${around.page}`),
    });
  }

  private readStream(stream: Stream): void {
    const { page, where, resources, condition } = stream;
    const { report } = this;
    const frames: Frame[] = [];
    const saved: TextState[] = [];
    let frame: Frame = { ...stream.frame, textObject: 0 };
    let text = stream.text;
    /** The text object that is open, 0 for none. */
    let textObject = 0;
    let textObjects = 0;
    const painted = (what: string): void => {
      if (!frame.tagged && !frame.artifact)
        report.add(condition, () => `On ${where}, ${what} is neither tagged nor an artifact.`);
    };
    const picture = (what: string): void => {
      if (frame.mark) frame.mark.picture = true;
      painted(what);
    };
    const shown = (operands: Operands): void => {
      let some = false;
      for (let index = 0; index < operands.count; index++) {
        if (operands.length(index) === 0) continue;
        some = true;
        const string = operands.string(index);
        if (string) text.font?.show(string, page, frame.formula, text.mode !== 3);
      }
      if (!some) return;
      if (frame.mark) frame.mark.text = true;
      painted('text');
      const { mark } = frame;
      if (frame.tagged && !frame.artifact && !frame.language)
        report.add(
          '11-001',
          () =>
            `The language of text on ${where} is not known${mark ? `: ${this.tree.describe(mark.element)}` : ''}.`,
        );
    };
    const open = (operands: Operands): void => {
      frames.push(frame);
      const properties = propertiesOf(operands, resources);
      const { mcid } = properties;
      const mark =
        mcid === undefined || !stream.owner ? undefined : this.tree.marks.get(stream.owner)?.get(mcid);
      if (mcid !== undefined) {
        stream.numbered?.();
        this.checkMark(stream, mcid, mark);
      }
      frame = openFrame(frame, properties, mark, textObject, where, report);
    };
    const close = (): void => {
      const outer = frames.pop();
      if (!outer) report.add('tree-balance', () => `On ${where}, an EMC closes nothing.`);
      else if (frame.textObject !== textObject)
        report.add('tree-balance', () => `On ${where}, marked content and a text object overlap.`);
      frame = outer ?? frame;
    };
    const paint = (operands: Operands): void => {
      const name = PDFName.of(operands.name(0) ?? '');
      const objects = dictAt(resources, 'XObject');
      const [object, ref] = [objects?.lookup(name), objects?.get(name)];
      if (!(object instanceof PDFRawStream)) return;
      if (nameAt(object.dict, 'Subtype') !== 'Form') {
        picture('an image');
        return;
      }
      this.uses.set(object, (this.uses.get(object) ?? 0) + 1);
      this.readForm(object, ref instanceof PDFRef ? ref : undefined, { ...stream, frame, text });
    };

    visitOperators(stream.bytes, (operator, operands) => {
      if (PATHS.has(operator)) painted('a path');
      else if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"')
        shown(operands);
      else if (operator === 'BMC' || operator === 'BDC') open(operands);
      else if (operator === 'EMC') close();
      else if (operator === 'BT') textObject = ++textObjects;
      else if (operator === 'ET') textObject = 0;
      else if (operator === 'q') saved.push(text);
      else if (operator === 'Q') text = saved.pop() ?? text;
      else if (operator === 'Tf') text = { ...text, font: this.fontAt(resources, operands.name(0)) };
      else if (operator === 'Tr') text = { ...text, mode: operands.number(0) ?? 0 };
      else if (operator === 'gs') {
        const state = dictAt(dictAt(resources, 'ExtGState'), operands.name(0) ?? '');
        const [font] = listAt(state, 'Font');
        if (font instanceof PDFDict) text = { ...text, font: this.fonts.of(font) };
        this.readAside(streamAt(dictAt(state, 'SMask'), 'G'), stream);
      } else if (operator === 'scn' || operator === 'SCN') {
        const name = operands.name(operands.count - 1);
        if (name !== undefined) this.readAside(streamAt(dictAt(resources, 'Pattern'), name), stream);
      } else if (operator === 'Do') paint(operands);
      else if (operator === 'sh') picture('a shading');
      else if (operator === 'EI') picture('an inline image');
    });
    if (frames.length > 0)
      report.add('tree-balance', () => `On ${where}, marked content is never closed (${frames.length}).`);
  }

  /** Whether both ways between a mark and its element are there (ISO 32000-1, 14.7.4.4). */
  private checkMark(stream: Stream, id: number, mark: Mark | undefined): void {
    if (mark && !stream.again) mark.opened++;
    const { key, where } = stream;
    if (key === undefined)
      this.report.add(
        'tree-page',
        () => `On ${where} are marks with numbers, and there is no StructParents.`,
      );
    else if (!mark || !this.tree.leadsBack(key, mark))
      this.report.add(
        'tree-mark',
        () =>
          `The ParentTree does not lead from mark ${id} on ${where} to ${mark ? this.tree.describe(mark.element) : 'an element that lists it'}.`,
      );
  }

  private fontAt(resources: PDFDict | undefined, name = ''): ShownFont | undefined {
    const font = dictAt(dictAt(resources, 'Font'), name);
    return font && this.fonts.of(font);
  }
}

/** The streams of a page are one, parted by white space (ISO 32000-1, 7.8.2). */
function joined(streams: readonly PDFRawStream[]): Uint8Array {
  const [only] = streams;
  if (only && streams.length === 1) return bytesOf(only);
  const parts = streams.map(bytesOf);
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  return whole;
}
