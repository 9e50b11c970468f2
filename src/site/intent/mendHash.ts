/**
 * An address's hash as it was before mail programs, editors and pages had it: `&amp;` for `&`, percent-encoded in part, as a whole or twice,
 * marks before it, the sentence's own punctuation behind it. A hash that is no link, but the anchor of a heading, stays as it is.
 */
export function mendHash(hash: string): string {
  const plain = decoded(hash.replace(/^#+/, ''), 3);
  if (plain === undefined) return hash;
  const own = ENTITIES.reduce((text, [written, meant]) => text.replace(written, meant), plain);
  return `#${withoutEnd(own.replace(/^[#/!?([{<"']+/, ''))}`;
}

/** What begins a link: `v=1`, `experiment=circles`, `stepper=5`, in any of the forms. */
const LINK = /^[#/!?([{<"']*[a-z]+(=|&#0*61;|&#x0*3d;|&equals;|\\u003d)/i;

/** Percent-encoding taken off until it is a link, at most so many times; undefined if it is none. */
function decoded(text: string, times: number): string | undefined {
  // Where the first = is plain, an & may be encoded, before a key that every link of this kind has.
  const isWhole = LINK.test(text) && !/^[^=]*=[^&]*%(25)*26(amp;)?(experiment|v|lr)(=|%(25)*3d)/i.test(text);
  if (isWhole) return text;
  if (times === 0 || !/%[\da-f]{2}/i.test(text)) return LINK.test(text) ? text : undefined;
  try {
    return decoded(decodeURIComponent(text), times - 1);
  } catch {
    return undefined;
  }
}

/** As HTML, JSON, quoted-printable mail and shells write what parts a link. */
const ENTITIES: readonly [RegExp, string][] = [
  [/&(?:amp;)+|&#0*38;|&#x0*26;|\\u0026|\\&/gi, '&'],
  [/&#0*61;|&#x0*3d;|&equals;|\\u003d/gi, '='],
  [/(?<=(?:^|&)(?:v|experiment|[\w.]+))=3D/g, '='],
  [/;(?=[a-z][\w.]*=)/gi, '&'],
  [/&(?:%20|%0[ad]|\+|\s)+/gi, '&'],
];

const END =
  /(?:[.,;:!?…>»”’"'\]}*_`|+。、！，）」】]|%(?:0[9ad]|2[02ce]|3[ae]|5[df]|60|7[cd])|%C2%A0|%C2%BB|%E2%80%(?:8B|8C|99|9D|A6)|%E3%80%(?:81|82|8D|91)|%EF%BC%(?:81|89|8C))+$/i;

/** A closing parenthesis belongs to a link that opens one. */
function withoutEnd(text: string): string {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  const shorter = text.replace(END, '');
  if (shorter !== text) return withoutEnd(shorter);
  return /(?:\)|%29)$/.test(text) && count(/\)|%29/g) > count(/\(|%28/g) ? withoutEnd(text.replace(/(?:\)|%29)$/, '')) : text;
}
