import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Extension } from 'mdast-util-from-markdown';
import { parseAttributes } from './braces.js';

/** Quarto writes kinds of callouts with this before their names … */
const CALLOUT = /^callout-/;
/** … and says of them how a web page is to show them. */
const OF_WEB_PAGES = ['title', 'collapse', 'appearance', 'icon'];

/**
 * Makes of `::: {.note}` what `:::note` is, and of `::: {.callout-note title="…"}` what `:::note[…]` is. A class that is no
 * directive is one that the author gives his text, as in Pandoc: his div keeps it. A name without braces is meant to be one.
 * @param known directives as they are written
 */
export function fencedDivFromMarkdown(known: readonly string[]): Extension {
  const names = new Set(known.flatMap((name) => (/^:::[^:]/.test(name) ? [name.slice(3)] : [])));
  /** Quarto's callouts, with the title that they are given. */
  const callouts = new WeakMap<ContainerDirective, string | undefined>();
  return {
    enter: {
      fencedDiv(token) {
        this.enter({ type: 'containerDirective', name: 'div', attributes: {}, children: [] }, token);
      },
    },
    exit: {
      fencedDivInfo(token) {
        const node = this.stack.at(-1) as ContainerDirective;
        const written = this.sliceSerialize(token).replace(/[\s:]*$/, '');
        const given = parseAttributes(written.startsWith('{') ? written : `{.${written}}`);
        if (!given) return;
        const { id, values } = given;
        const named = given.classes.find((name) => names.has(name.replace(CALLOUT, '')));
        const isCallout = named !== undefined && CALLOUT.test(named);
        if (isCallout) callouts.set(node, values.title);
        const name = named ?? (written.startsWith('{') ? undefined : written);
        if (name !== undefined) node.name = name.replace(CALLOUT, '');
        const classes = given.classes.filter((one) => one !== name);
        const kept = Object.entries(values).filter(([key]) => !isCallout || !OF_WEB_PAGES.includes(key));
        node.attributes = {
          ...Object.fromEntries(kept),
          ...(id === undefined ? {} : { id }),
          ...(classes.length ? { class: classes.join(' ') } : {}),
        };
      },
      fencedDiv(token) {
        const node = this.stack.at(-1) as ContainerDirective;
        const title = callouts.get(node);
        const [first] = node.children;
        // A heading that a callout begins with is its title as well.
        if (title) node.children.unshift(labelOf([{ type: 'text', value: title }]));
        else if (callouts.has(node) && first?.type === 'heading')
          node.children[0] = labelOf(first.children, first.position);
        this.exit(token);
      },
    },
  };
}

function labelOf(children: Paragraph['children'], position?: Paragraph['position']): Paragraph {
  return { type: 'paragraph', data: { directiveLabel: true }, children, ...(position ? { position } : {}) };
}
