// Opens a press and stays at work until it is killed: run by tests that kill it.
import { browserPath, openPress, openScratch, thisMachine } from '../../dist/lib/workbench.js';

const machine = { ...thisMachine(), temp: process.argv[2] };
const press = openPress({
  executablePath: () => browserPath(machine),
  scratch: openScratch(machine),
  env: machine.env,
  warn: () => undefined,
});
const html = `<!doctype html><title>x</title>${'<p>Some words to set. '.repeat(20_000)}`;
for (;;) {
  const sheet = await press.open({ html, resource: async () => undefined, refused: () => undefined });
  console.log('open');
  await sheet.print();
  await sheet[Symbol.asyncDispose]();
}
