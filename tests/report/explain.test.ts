import { describe, expect, it } from 'vitest';
import { explainCommand } from '../../src/commands/explain.js';
import { core } from '../../src/core.js';

function explained(id?: string): { code: number; out: string } {
  let out = '';
  const add = (text: string): void => {
    out += text;
  };
  const code = explainCommand(id, [core], {
    out: add,
    err: add,
    color: false,
    live: false,
  });
  return { code, out };
}

describe('octavo explain', () => {
  it('says why, shows what is wrong and what is right, and how it is set and allowed', () => {
    const { code, out } = explained('words-stand-once');
    expect(code).toBe(0);
    expect(out).toMatch(/^words-stand-once \(warning\)\n\nA doubled word /);
    expect(out).toContain('Wrong:\n\n  # One\n\n  This is the the hat.\n');
    expect(out).toContain('Right:\n\n  # One\n\n  All that that man had had was the hat.\n');
    expect(out).toContain('rules:\n    words-stand-once: error\n');
    expect(out).toContain('<!-- octavo-allow words-stand-once: the reason -->');
  });

  it('does not offer to hush an error, nor to set what is firm', () => {
    expect(explained('image-exists').out).not.toContain('octavo-allow');
    const firm = core.notices?.find((notice) => notice.firm);
    expect(explained(firm?.id).out).toContain('its severity cannot be set');
  });

  it('fits a terminal, whatever message it is', () => {
    const ids = explained()
      .out.split('\n')
      .flatMap((line) => /^[a-z\d-]+/.exec(line)?.[0] ?? []);
    expect(ids.length).toBeGreaterThan(100);
    for (const id of ids) {
      const { code, out } = explained(id);
      expect(code, id).toBe(0);
      expect(out.split('\n').length, id).toBeLessThan(45);
    }
  });
});
