/**
 * An address's hash as it was before mail programs, editors and pages had it: `&amp;` for `&`, percent-encoded in part, as a whole or twice,
 * broken into lines, with soft hyphens, marks before it, the sentence's own punctuation behind it. A hash that is no link, but the anchor
 * of a heading, stays as it is.
 */
export function mendHash(hash: string): string {
  const plain = decoded(withoutBreaks(hash).replace(BEGIN, ''), 3);
  if (plain === undefined) return hash;
  const own = ENTITIES.reduce((text, [written, meant]) => text.replace(written, meant), withoutBreaks(plain).replace(BEGIN, ''));
  // An own # is encoded; behind a second one stands the anchor of another address, or the same once more.
  return `#${withoutEnd(own.replace(/#.*$/s, '').replace(NAMES, plainName))}`;
}

/** What begins a link: `v=1`, `experiment=circles`, `stepper=5`, in any of the forms. */
const LINK = /^[a-z]+(=|&#0*61;|&#x0*3d;|&equals;|\\u003d|＝|%EF%BC%9D)/i;

/** Marks before a link: of old applications, brackets, quotation marks, blanks. */
const BEGIN = /^(?:[#/!?([{<"'“”„«»‘’\s]|%(?:20|22|23|27|28|3C)|%C2%A[0B]|%E2%80%9[89C-F])+/i;

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

/** Without line ends, and without what cannot be seen: soft hyphens, joiners, marks of direction. Quoted-printable mail breaks a line behind a further =. */
function withoutBreaks(text: string): string {
  return text
    .replace(/(?<==[^&=]*)=(?:%0D|\r)?(?:%0A|\n)/gi, '')
    .replace(/[\r\n\t\p{Cf}]|%(?:0[9AD]|C2%AD|E2%80%(?:8[B-F]|A[89A-E])|E2%81%A0|EF%BB%BF)/giu, '');
}

/** As HTML, JSON, quoted-printable mail and shells write what parts a link. No key begins with amp. */
const ENTITIES: readonly [RegExp, string][] = [
  [/&(?:amp(?:;|%3B)?)+|&#0*38;|&#x0*26;|\\u0026|\\&|＆|%EF%BC%86/gi, '&'],
  [/&#0*61;|&#x0*3d;|&equals;|\\u003d|＝|%EF%BC%9D/gi, '='],
  [/(?<=(?:^|&)(?:v|experiment|[\w.]+))=3D/g, '='],
  [/;(?=[a-z][\w.]*=)/gi, '&'],
  [/&(?:%20|\+|\s)+/gi, '&'],
  [/(?<=(?:^|&)[\w.]+)(?:%20|\s)*=(?:%20|\s)*/gi, '='],
];

/** Keys that telephones write with a capital letter, and what is published, whose names have hyphens alone. */
const NAMES = /(?<=^|&)(?:v|(experiment|search|map))=[^&]*/gi;

function plainName(pair: string, name: string | undefined): string {
  const [key, value] = pair.split('=', 2) as [string, string];
  const plain = name === undefined ? value : value.replace(/[‐-―−]|%E2%80%9[0-5]|%E2%88%92/gi, '-').replace(/[\s\\]|%20|%5C/gi, '');
  return `${key.toLowerCase()}=${plain}`;
}

const END =
  /(?:[.,;:!?…>»”’"'\]}*_`|+\\&–—-]|。|、|！|，|）|」|】|%(?:0[9ad]|2[02ce]|3[ae]|5[cdf]|60|7[cd])|%C2%A0|%C2%BB|%E2%80%(?:8B|8C|9[349D]|A6)|%E3%80%(?:81|82|8D|91)|%EF%BC%(?:81|89|8C)|&(?:gt|lt|quot|nbsp|apos|r[as]?quo);|(?:<|%3C)\/\w+|(?<==[^&=]+)=)+$/i;

/** A closing parenthesis belongs to a link that opens one. */
function withoutEnd(text: string): string {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  const shorter = text.replace(END, '');
  if (shorter !== text) return withoutEnd(shorter);
  return /(?:\)|%29)$/.test(text) && count(/\)|%29/g) > count(/\(|%28/g) ? withoutEnd(text.replace(/(?:\)|%29)$/, '')) : text;
}
