/** Names folded only to be compared: kept as written everywhere else. */

// Letters that Unicode does not take apart into a letter and a mark.
const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** Letter case, marks, apostrophes and hyphens folded away: 'DE SOUZA' and 'de Souza', 'Nguyễn' and 'Nguyen' become one. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðþßæœıħ]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/['’‘`´.]/g, '')
    .replaceAll(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();
}
