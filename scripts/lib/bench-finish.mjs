// What becomes of Chromium's PDF after the print: how long it is finished, verified and read again, and how large it is then.
import { join, resolve } from 'node:path';

/**
 * @param {string} folder of a book
 * @returns {Promise<string>} a row of a table
 */
export async function benchFinish(folder) {
  const root = resolve(import.meta.dirname, '../..');
  const { build, thisWorld } = await import(join(root, 'dist/lib/workbench.js'));
  const world = thisWorld(() => undefined);
  const clock = { began: 0, printed: 0, delivered: 0, raw: 0, finished: 0 };
  const press = (browser) => {
    const own = world.press(browser);
    return {
      version: () => own.version(),
      async open(sheet) {
        const open = await own.open(sheet);
        return {
          ...open,
          async print() {
            clock.began = performance.now();
            const bytes = await open.print();
            clock.printed = performance.now();
            clock.raw = bytes.length;
            return bytes;
          },
          [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
        };
      },
      [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
    };
  };
  const output = (path) => ({
    path,
    async deliver(files) {
      clock.delivered = performance.now();
      for (const [name, bytes] of files) if (name.endsWith('.pdf')) clock.finished = bytes.length;
    },
    clean: async () => [],
  });
  const { ok, artifacts } = await build(
    { folder, editions: ['print'] },
    { ...world, press, workshop: { ...world.workshop, output } },
  );
  if (!ok) throw new Error(`${folder} cannot be built`);
  const print = (clock.printed - clock.began) / 1000;
  const finish = (clock.delivered - clock.printed) / 1000;
  const name = folder.replace(/\/$/, '').split(/[\\/]/).at(-1);
  const cells = [
    name,
    artifacts[0]?.pages ?? '',
    print.toFixed(2),
    finish.toFixed(2),
    `${Math.round((finish / print) * 100)} %`,
    (clock.raw / 1e6).toFixed(2),
    (clock.finished / 1e6).toFixed(2),
    (clock.finished / clock.raw).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}
