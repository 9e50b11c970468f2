/**
 * An address's hash as it was before mail programs and editors had it: `&amp;` for `&`, everything percent-encoded, the sentence's own
 * punctuation behind it. A hash without `experiment=` in any of these forms stays as it is.
 */
export function mendHash(hash: string): string {
  const plain = /^#?[^=&]*%3D/i.test(hash) ? decoded(hash) : hash;
  if (!/[#&;]experiment=/.test(plain)) return hash;
  return plain.replace(/&(?:amp|#0*38|#x0*26);/gi, '&').replace(/(?:[.,;:!?>»”’"')\]]|%(?:22|3E|29))+$/i, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
