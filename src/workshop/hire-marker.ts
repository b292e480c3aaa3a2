import { Worker } from 'node:worker_threads';
import type { ElementContent } from 'hast';
import type { CodeMarker } from '../model/code-marker.js';
import { compiled } from './root.js';

/** Marks code on a thread of its own (`marker.ts`), which is started with the first piece of it. */
export function hireMarker(): CodeMarker {
  /** The answers that wait for the thread, and come in the order in which they were asked for. */
  const waiting: { resolve(marks: string): void; reject(error: Error): void }[] = [];
  /** What was asked for already, by the language and the code. */
  const asked = new Map<string, Promise<string>>();
  let thread: Worker | undefined;

  const start = (): Worker => {
    const started = new Worker(compiled('marker'));
    started.on('message', (marks: string) => waiting.shift()?.resolve(marks));
    const fail = (error: Error): void => {
      for (const { reject } of waiting.splice(0)) reject(error);
      // One that has ended says nothing any more: who asks again gets another.
      thread = undefined;
    };
    started.on('error', fail);
    started.on('exit', () => fail(new Error('The thread that marks code has ended')));
    return started;
  };
  const ask = (code: string, lang: string): Promise<string> => {
    const key = `${lang}\n${code}`;
    let answer = asked.get(key);
    if (!answer) {
      thread ??= start();
      thread.postMessage([code, lang]);
      answer = new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
      // Who waits for it is told; nobody need.
      answer.catch(() => undefined);
      asked.set(key, answer);
    }
    return answer;
  };
  return {
    begin: (code, lang) => void ask(code, lang),
    async mark(code, lang) {
      return (JSON.parse(await ask(code, lang)) as ElementContent[] | null) ?? undefined;
    },
    async [Symbol.asyncDispose]() {
      waiting.length = 0;
      await thread?.terminate();
    },
  };
}
