import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';

/** What is wrong with a YAML text, in the words of this book's author and not of the YAML specification. */
export interface YamlFault {
  /** Goes on from “This is not valid YAML: …”. */
  readonly reason: string;
  readonly remedy: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

const QUOTE = 'Put the text between quotation marks.';
const COLON =
  'If the colon belongs to the text, put the text between quotation marks; if a key was meant, begin its line as far left as its neighbours.';

/** Faults by the code that the YAML library gives them; what is not here keeps the library's own words. */
const WORDS: Partial<Record<YAMLError['code'], Pick<YamlFault, 'reason' | 'remedy'>>> = {
  TAB_AS_INDENT: { reason: 'a tab stands where only spaces may', remedy: 'Indent with spaces.' },
  BLOCK_AS_IMPLICIT_KEY: { reason: 'a colon makes a key of what may be meant as text', remedy: COLON },
  MULTILINE_IMPLICIT_KEY: {
    reason: 'these lines are no key with a value',
    remedy: 'Write “key: value”, with a space after the colon; begin the items of one list in one column.',
  },
  MULTIPLE_DOCS: {
    reason: 'a line of three dashes begins a second document',
    remedy: 'Take the line “---” out.',
  },
  UNEXPECTED_TOKEN: {
    reason: 'this cannot follow what stands before it',
    remedy: 'Begin keys that belong together in one column; if it is text, put it between quotation marks.',
  },
  BAD_INDENT: {
    reason: 'this line does not begin where those begin that it belongs to',
    remedy:
      'Begin keys that belong together in one column; a text of several lines stands farther to the right than its key.',
  },
  BAD_SCALAR_START: { reason: 'a value cannot begin with this sign', remedy: QUOTE },
  BAD_DQ_ESCAPE: {
    reason: 'a backslash between double quotation marks begins a code, and there is no such code',
    remedy: "Double the backslash, or use single quotation marks: 'C:\\books'.",
  },
  TAG_RESOLVE_FAILED: { reason: 'a word that begins with “!” is read as a type', remedy: QUOTE },
};

/** What is wrong with a document, worst first; what follows from a fault is not told as another. */
export function faultsOf(document: Document.Parsed, text: string): YamlFault[] {
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY') ?? document.warnings[0];
  const faults = [...repeated, ...(first ? [first] : [])].map((error) => worded(error, document, text));
  return faults.length ? faults : looseAliases(document, text);
}

function worded(error: YAMLError, document: Document.Parsed, text: string): YamlFault {
  const [start, end] = error.pos;
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(start))?.[0].trim() ?? '';
    const reason = `the key “${key}” stands here a second time`;
    return { reason, remedy: 'Take one of the two lines out.', start, end: start + key.length };
  }
  const opened =
    error.code === 'MISSING_CHAR' || error.code === 'BAD_INDENT' ? unclosed(document, start) : undefined;
  if (opened !== undefined) {
    const sign = text.charAt(opened);
    const closing = CLOSING[sign];
    const words = closing
      ? {
          reason: `the “${sign}” that stands here is never closed`,
          remedy: / #.*/.exec(text.slice(opened).split('\n', 1)[0] ?? '')?.[0].includes(closing)
            ? `Put what begins with # between quotation marks, "#1f4e5f": elsewhere it begins a remark, and hides the “${closing}”.`
            : `Close it with “${closing}”, or put the text between quotation marks.`,
        }
      : {
          reason: 'the quotation mark that stands here is never closed',
          remedy: 'Close it with a second one.',
        };
    return { ...words, start: opened, end: opened + 1 };
  }
  const indented = indentedKey(error, document, text) ?? strayList(error, text);
  if (indented) return indented;
  const known = WORDS[error.code];
  return { ...(known ?? { reason: sentence(error.message), remedy: COLON }), start, end };
}

/** A key that stands too far to the right is read as if it went on with the value above it; the fault is in its own line. */
function indentedKey(error: YAMLError, document: Document.Parsed, text: string): YamlFault | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const both = document.errors.find(
    ({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0],
  );
  const end = both?.pos[1] ?? 0;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const key = line.trimStart();
  if (!both || key === line) return undefined;
  return {
    reason: 'this line stands farther to the right than the ones it belongs to',
    remedy:
      'Begin it as far left as its neighbours; if it goes on with the text above it, put the whole text between quotation marks.',
    start: end - key.length,
    end,
  };
}

/** A list below a key that has its value already, or an item too far left. */
function strayList({ code, pos: [start] }: YAMLError, text: string): YamlFault | undefined {
  const item = /^[ \t]*(- [^\n]*)/.exec(text.slice(start));
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || !item?.[1]) return undefined;
  const from = start + item[0].length - item[1].length;
  const above = text.slice(0, start).trimEnd().split('\n').at(-1) ?? '';
  const words = /:[ \t]+\S/.test(above)
    ? {
        reason: 'a list stands below a key that has its value already',
        remedy: 'Write the list below a key of its own: the chapters of a part stand below “chapters:”.',
      }
    : {
        reason: 'this item does not begin where those before it do',
        remedy: 'Begin the items of one list in one column.',
      };
  return { ...words, start: from, end: from + item[1].length };
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Where the innermost quotation or bracket opens that was still open at an offset. */
function unclosed(document: Document.Parsed, offset: number): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node(_, node: Node) {
      const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
      const bracketed = isCollection(node) && node.flow;
      if ((quoted || bracketed) && node.range && node.range[0] < offset && node.range[1] >= offset)
        opened = node.range[0];
    },
  });
  return opened;
}

/** `title: *Hello*` is an alias to YAML, and there is nothing that it names. */
function looseAliases(document: Document.Parsed, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) || !alias.range) return;
      const [start, end] = alias.range;
      const reason = `“${text.slice(start, end)}” is read as a reference to something that is not there`;
      faults.push({ reason, remedy: QUOTE, start, end });
    },
  });
  return faults;
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1);
}
