/** The version that page margin boxes came with (Chrome for Developers, “Print text within page margins”): heads and folios stand there. */
const OLDEST = 131;

/**
 * Why a browser cannot print a book, if it is too old for that.
 * @param version as the browser says it: `HeadlessChrome/147.0.7727.0`; one that says something else is believed
 */
export function whyTooOld(version: string, oldest = OLDEST): string | undefined {
  const [, name = '', major = ''] = /^(?:Headless)?(\w+)\/(\d+)\./.exec(version) ?? [];
  return major && Number(major) < oldest
    ? `This is ${name} ${major}, and pages need version ${oldest} or a newer one: older ones print no running heads and no page numbers`
    : undefined;
}
