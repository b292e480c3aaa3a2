/** What is said for a person, with what is said once of many places said of each of them. */
export function unfolded(err: string): string {
  return err
    .split('\n\n')
    .flatMap((message) => {
      const [line = '', places] = /\n {2}The same at (.+)$/m.exec(message) ?? [];
      const alone = message.replace(line, '');
      const others = places?.split(', ') ?? [];
      return [alone, ...others.map((place) => alone.replace(/^\S.*?(?= {2}\w+ {2}[a-z0-9-]+$)/m, place))];
    })
    .join('\n\n');
}
