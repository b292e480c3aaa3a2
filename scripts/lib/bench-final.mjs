// Sets a book, and writes the HTML that would be printed, with all it asks for, into a folder: the floor prints just that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [folder, target] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const { build, thisWorld } = await import(join(root, 'dist/lib/workbench.js'));

const put = (path, bytes) => {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
};

const world = thisWorld(() => undefined);
const press = (browser) => {
  const own = world.press(browser);
  return {
    version: () => own.version(),
    async open(sheet) {
      const files = new Map();
      const open = await own.open({
        ...sheet,
        async resource(path) {
          const found = await sheet.resource(path);
          if (found) files.set(path, found.bytes);
          return found;
        },
      });
      return {
        ...open,
        run: open.run,
        async print() {
          const html = await open.run(() => `<!doctype html>${document.documentElement.outerHTML}`);
          put('index.html', html.replaceAll('url("/', 'url("').replaceAll(' src="/', ' src="'));
          for (const [path, bytes] of files) put(path, bytes);
          return open.print();
        },
        [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
      };
    },
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
};
const { ok, messages } = await build(
  { folder, editions: ['print'], output: join(target, 'out') },
  { ...world, press },
);
if (!ok) throw new Error(`${folder} cannot be built: ${messages.find(({ fatal }) => fatal)}`);
