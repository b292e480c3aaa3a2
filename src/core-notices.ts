import { notices as bindingNotices } from './binding/notices.js';
import * as bookNotices from './book/notices.js';
import * as citationNotices from './citation/notices.js';
import * as configNotices from './config/notices.js';
import * as manuscriptNotices from './manuscript/notices.js';
import * as fileNotices from './manuscript/notices-files.js';
import * as limitNotices from './manuscript/notices-limits.js';
import { pluginAgrees } from './manuscript/plugins/transforms.js';
import * as markdownNotices from './markdown/notices.js';
import * as allowanceNotices from './markdown/notices-allowances.js';
import * as includeNotices from './markdown/notices-includes.js';
import * as matterNotices from './matter/notices.js';
import type { Plugin } from './model/plugin.js';
import { pressNotices, requestInsideBook } from './press/notices.js';
import * as spellingNotices from './spelling/notices.js';
import * as typesetNotices from './typeset/notices.js';
import { otherBookStays, outputWritable } from './workshop/notices.js';

const ofPages = [
  ...Object.values(typesetNotices),
  ...Object.values(matterNotices),
  ...Object.values(pressNotices),
  requestInsideBook,
  ...bindingNotices,
];

/** Ids of messages that are only said when pages are made, or the text is spelt. */
export const SAID_LATER: ReadonlySet<string> = new Set(
  [...ofPages, ...Object.values(spellingNotices)].map(({ id }) => id),
);

/** What can be said, but by rules and constructs, which have their messages with them. */
export const NOTICES: Plugin['notices'] = [
  ...Object.values(configNotices),
  ...Object.values(manuscriptNotices),
  ...Object.values(fileNotices),
  ...Object.values(limitNotices),
  pluginAgrees,
  ...Object.values(markdownNotices),
  ...Object.values(allowanceNotices),
  ...Object.values(includeNotices),
  ...Object.values(citationNotices),
  ...Object.values(bookNotices),
  ...Object.values(spellingNotices),
  ...ofPages,
  outputWritable,
  otherBookStays,
];
