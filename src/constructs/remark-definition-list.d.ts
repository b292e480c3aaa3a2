/*
 * The types that the package brings along let nodes into the tree of mdast whose data no other package knows, so that
 * nothing could be read from any node's data without asking first. What is used of it is this.
 */
import type { Handlers } from 'mdast-util-to-hast';
import type { Plugin } from 'unified';

export const remarkDefinitionList: Plugin<[]>;
export const defListHastHandlers: Handlers;
