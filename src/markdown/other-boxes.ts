import { byName } from '../config/other-tools.js';

/** Boxes of MkDocs, Docusaurus, Obsidian, The Carpentries and others, by those of Octavo that they are nearest to. */
const BOXES: Readonly<Record<string, string>> = {
  abstract: 'note',
  info: 'note',
  seealso: 'note',
  summary: 'note',
  tldr: 'note',
  todo: 'note',
  question: 'note',
  faq: 'note',
  help: 'note',
  details: 'note',
  spoiler: 'note',
  callout: 'note',
  prereq: 'note',
  objectives: 'note',
  questions: 'note',
  keypoints: 'note',
  discussion: 'practice',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  hint: 'tip',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
};

/** The box that is meant by a name of another tool. */
export function boxNamed(name: string): string | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(BOXES, plain) ? BOXES[plain] : undefined;
}

/** What other tools have a box for and Octavo something else. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'Write a quotation with > before each of its lines, and nothing else.': [
    ...['quote', 'blockquote', 'quotation', 'cite'],
  ],
  'Name it exercise; a solution may stand in it.': ['challenge'],
  'Write :::when{edition="teacher"} in its place.': ['instructor'],
  'Name it pull-quote.': ['testimonial'],
  'Take it out, with the line that ends it, and write a heading for each tab: paper has none.': ['tab'],
  'Take it out, with the line that ends it: a list whose items begin with [ ] is one to tick.': ['checklist'],
};
const BY_NAME = byName(INSTEAD);

/** How what is no box here is written, by the name of the box that another tool has for it. */
export function withoutBox(name: string): string | undefined {
  return BY_NAME.get(name.toLowerCase());
}
