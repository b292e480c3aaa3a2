// The floor: a browser, started bare, opens one HTML file and prints it. Nothing is measured, settled, mended or checked.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';

const [browser, html, pdf] = process.argv.slice(2);
const open = await launch({
  executablePath: browser,
  headless: true,
  args: ['--no-sandbox', '--font-render-hinting=none'],
});
const page = await open.newPage();
await page.goto(pathToFileURL(html).href, { timeout: 0 });
writeFileSync(
  pdf,
  await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 }),
);
await open.close();
