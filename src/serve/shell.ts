/** Where the parts of the page are that shows the preview. No book has anything there. */
export const SCRIPT = '/-/preview.js';
export const STYLES = '/-/preview.css';
export const NEWS = '/-/news';
/** Where the book is. */
export const BOOK = '/book/';

/** Nothing but what is served here, in the page and in what it frames. */
export const SHELL_POLICY =
  "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** No script of a manuscript comes as far as here; if one did, it would not run. */
export const BOOK_POLICY =
  "default-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** The page that shows the preview: the book in a frame, and above it what can be said of it (`follow.ts`). */
export const SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLES}">
<script src="${SCRIPT}" defer></script>
</head>
<body>
<header>
<h1 id="title" dir="auto">Preview</h1>
<label id="choosing" hidden>Edition <select id="choice"></select></label>
<p id="state" role="status">The book is being made …</p>
</header>
<details id="messages" hidden><summary id="count"></summary><ol id="list"></ol></details>
<main>
<iframe id="frame" title="The book" hidden></iframe>
<p id="file" hidden><a id="save" download>Save</a></p>
</main>
</body>
</html>
`;
