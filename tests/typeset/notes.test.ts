import { describe, expect, it } from 'vitest';
import { understand } from '../support/chapter.js';

describe('calls of notes', () => {
  const text = (markdown: string): string | undefined =>
    /<p>(.*?)<\/p>/
      .exec(understand(`${markdown}\n\n[^a]: A.\n[^b]: B.\n`).dress().html)?.[1]
      ?.replace(/<a [^>]*>|<\/a>/g, '');

  it('that stand side by side are parted', () => {
    expect(text('# T\n\nRain.[^a][^b]^[C.] And[^a] snow[^b].')).toBe(
      'Rain.<sup>1</sup><sup>,</sup><sup>2</sup><sup>,</sup><sup>3</sup> And<sup>1</sup> snow.<sup>2</sup>',
    );
  });
});
