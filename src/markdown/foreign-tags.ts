import { byName } from '../config/other-tools.js';
import { boxNamed } from './other-boxes.js';

/** What is written here for tags of Jekyll and GitBook, shortcodes of Hugo and Quarto and components of MDX, by their names. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'Write a heading in its place, and take out its end: paper has no tabs.': [
    ...['tabs', 'tab', 'tabitem', 'tabpane', 'tabset', 'stepper', 'step', 'steps', 'expand', 'accordion'],
  ],
  'Write ``` and the name of the language in its place, and ``` in that of its end.': [
    ...['highlight', 'code', 'codeblock', 'prettify'],
  ],
  'Write [words](one.md) with the name of the file that it leads to, or with the address.': [
    ...[
      'link',
      'ref',
      'relref',
      'post_url',
      'content-ref',
      'embed',
      'file',
      'button',
      'youtube',
      'vimeo',
      'video',
    ],
  ],
  'Write ![what it shows](one.png "Caption").': ['figure', 'img', 'image'],
  'Write ::include{file="…"} on a line of its own.': ['include', 'include_relative', 'snippet', 'readfile'],
  'Write <!-- … --> around what is not to be printed.': ['comment'],
  'Write $…$ or $$ … $$.': ['math', 'katex', 'latex'],
  'Save the drawing as an SVG, and show that: ![What it shows](drawing.svg).': ['mermaid', 'plantuml'],
  'Take it out: a chapter begins on a new page by itself.': ['pagebreak'],
  'Take it out: a book has its contents by itself, with the pages.': ['toc', 'children', 'childpages'],
};

const BY_NAME = byName(INSTEAD);
/** Tags whose first word behind their name, or whose `style`, says what kind of box they are. */
const BOXES: ReadonlySet<string> = new Set([
  'hint',
  'notice',
  'alert',
  'admonition',
  'callout',
  'blockquote',
]);
const OWN = /^(?:note|tip|important|warning|caution|example)$/;

/** How to write what a tag or a shortcode is to show. */
export function insteadOfTag(written: string): string {
  const [, name = '', more = ''] = /^\{[{%][<%]?-?[ \t]*([\w-]+)[ \t]*(.*)$/s.exec(written) ?? [];
  const kind = BOXES.has(name) ? /^(?:[a-z]+=)?["'“]?([a-z]+)/.exec(more)?.[1] : name;
  const box = boxNamed(kind ?? '') ?? (OWN.exec(kind ?? '')?.[0] || (BOXES.has(name) ? 'note' : undefined));
  return box
    ? `Write :::${box} on a line of its own in its place, and ::: in that of its end.`
    : (BY_NAME.get(name) ?? 'Take it out, and write in Markdown what it is to show.');
}
