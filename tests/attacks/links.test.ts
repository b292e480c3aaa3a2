import { attacks, type Bait } from '../support/attack.js';

/** An attack by a link of a chapter, which stands on its third line. */
const link = (write: (bait: Bait) => string, ...says: string[]) => ({
  files: (bait: Bait) => ({ 'chapter.md': write(bait) }),
  says: (says.length ? says : ['3 link-is-safe']).map((line) => `chapter.md:${line}`),
});

attacks('links that run', {
  'a script': link(({ url }) => `[Text](javascript:fetch('${url}'))`),
  'in capitals': link(({ url }) => `[Text](JaVaScRiPt:fetch('${url}'))`),
  'with a tab in it': link(({ url }) => `[Text](<java\tscript:fetch('${url}')>)`),
  'with a line end in it, as an entity': link(({ url }) => `[Text](java&#10;script:fetch('${url}'))`),
  'with a tab in it, as a named entity': link(({ url }) => `[Text](java&Tab;script:fetch('${url}'))`),
  'with a letter as an entity': link(({ url }) => `[Text](&#x6A;avascript:fetch('${url}'))`),
  'with its colon as an entity': link(({ url }) => `[Text](javascript&colon;fetch('${url}'))`),
  'behind control characters': link(({ url }) => `[Text](<\u0001\u001b javascript:fetch('${url}')>)`),
  'behind a space that is none': link(({ url }) => `[Text](\u00a0javascript:fetch('${url}'))`),
  'behind a comment that looks like an address': link(
    ({ url }) => `[Text](javascript://a.example/%0afetch('${url}'))`,
  ),
  'with its scheme as percent signs, which is the name of a file': link(
    ({ url }) => `[Text](%6Aavascript%3Afetch('${url}'))`,
    '3 warning link-resolves',
  ),
  'by reference': link(({ url }) => `[Text][r]\n\n[r]: javascript:fetch('${url}')`, '5 link-is-safe'),
  'by a reference that looks like an image': link(
    () => `[Text][r] ![x][r]\n\n[r]: javascript:1/x.png`,
    '5 image-is-local',
    '5 link-is-safe',
  ),
  'by a definition that nothing refers to': link(({ url }) => `[r]: javascript:fetch('${url}')`),
  'between angle brackets': link(({ url }) => `<javascript:fetch('${url}')>`),
  'around an image': link(
    ({ url }) => `[![x](none.png)](javascript:fetch('${url}'))`,
    '3 link-is-safe',
    '3 image-exists',
  ),
  'in a heading, a list, a table and a note': link(
    () =>
      `## [a](javascript:1)\n\n- [b](javascript:2)\n\n| c |\n| - |\n| [c](javascript:3) |\n\nd[^1]\n\n[^1]: [d](javascript:4)`,
    '3 link-is-safe',
    '5 link-is-safe',
    '9 link-is-safe',
    '13 link-is-safe',
  ),
  'in HTML': link(({ url }) => `<a href="javascript:fetch('${url}')">Text</a>`),
  'in HTML, over two lines and an entity': link(
    ({ url }) => `<p><a href=" jav\nasc&#x09;ript:fetch('${url}')">Text</a></p>`,
  ),
  'in HTML, behind a character of no width': link(
    ({ url }) => `<a href="&#14;javascript:fetch('${url}')">Text</a>`,
  ),
  'in a drawing': link(
    ({ url }) => `<svg><a xlink:href="javascript:fetch('${url}')"><text>x</text></a></svg>`,
  ),
  'in a formula': link(({ url }) => `<math href="javascript:fetch('${url}')"><mi>x</mi></math>`),
  'in a source that is cited': link(({ url }) => `<q cite="javascript:fetch('${url}')">Text</q>`),
  'by other schemes that run': link(
    ({ url }) =>
      `[a](vbscript:x)\n\n[b](data:text/html;base64,PHNjcmlwdD4=)\n\n[c](blob:${url})\n\n[d](view-source:javascript:1)\n\n[e](jar:${url}!/)\n\n[f](about:blank)\n\n[g](intent://x)\n\n[h](ms-word:ofe|u|${url})\n\n[i](filesystem:${url})`,
    ...[3, 5, 7, 9, 11, 13, 15, 17, 19].map((line) => `${line} link-is-safe`),
  ),
});

attacks('links to what is on the disk', {
  'a file': link(({ folder }) => `[Text](file://${folder}/secret.txt)`),
  'a file, in capitals and without slashes': link(({ up }) => `[Text](FILE:${up}secret.txt)`),
  'a file, between angle brackets': link(({ folder }) => `<file://${folder}/secret.txt>`),
  'a file, by reference': link(
    ({ folder }) => `[Text][r]\n\n[r]: file://${folder}/secret.txt`,
    '5 link-is-safe',
  ),
  'a file, in HTML': link(({ folder }) => `<a href="file://${folder}/secret.txt">Text</a>`),
  'a drive': link(() => `[Text](C:/secret.txt)`),
  'a share': link(() => '[Text](\\\\\\\\127.0.0.1\\\\secret)', '3 warning link-resolves'),
  'another machine, by a path': link(({ url }) => `[Text](${url.slice(5)}/x)`, '3 warning link-resolves'),
  'a chapter outside the folder': link(({ up }) => `[Text](${up}secret.md)`, '3 warning link-resolves'),
  'a chapter outside the folder, with percent signs': link(
    () => '[Text](%2e%2e/%2e%2e/secret.md)',
    '3 warning link-resolves',
  ),
  'a handout outside the folder': link(({ up }) => `::handout{name="${up}secret"}`, '3 handout-exists'),
});

attacks('addresses of images that are none', {
  'a script': link(() => '![x](javascript:1)', '3 image-is-local'),
  'a document of its own': link(
    ({ url }) => `![x](data:image/svg+xml,%3Csvg%20onload=fetch('${url}')%3E)`,
    '3 svg-is-safe',
  ),
  'a picture in the text itself that is none': link(
    () => '![x](data:image/png;base64,iVBORw0KGgo=)',
    '3 image-readable',
  ),
  'a drawing in the text itself': link(
    ({ url }) =>
      `![x](data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" onload="fetch('${url}')"/>`).toString('base64')})`,
    '3 svg-is-safe',
  ),
  'a picture in the text itself, of endless space': link(
    () => `![x](<data:image/png;base64,A${' '.repeat(900_000)}!>)`,
    '3 image-is-local',
  ),
  'a page in the text itself, by reference': link(
    () => '![x][r]\n\n[r]: <data:text/html;base64,PHNjcmlwdD4=>',
    '5 image-is-local',
  ),
  'a link to a picture in the text itself': link(
    () => '[x][r] ![x][r]\n\n[r]: <data:image/png;base64,iVBORw0KGgo=>',
    '5 image-readable',
    '5 link-is-safe',
  ),
  'another machine, by a path': link(({ url }) => `![x](${url.slice(5)}/x.png)`, '3 image-is-local'),
  'another machine, by a path, in HTML': link(
    ({ url }) => `<img src="${url.slice(5)}/x.png" alt="">`,
    '3 image-is-local',
  ),
  'a share': link(() => '<img src="\\\\127.0.0.1\\x.png" alt="">', '3 inside-folder'),
});
