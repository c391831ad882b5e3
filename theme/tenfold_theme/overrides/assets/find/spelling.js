// Which word somebody meant who mistyped one.

const SHORTEST = 5; // letters: shorter words are too much alike

/**
 * The word that is nearest to another: at most one letter wrong, missing, too many or changed about with its neighbour; two
 * in a longer word. The first letter is the same. Of several as near, the first.
 * @param {string} term
 * @param {string[]} words
 * @returns {string | undefined}
 */
export function nearest(term, words) {
  if (term.length < SHORTEST) return undefined;
  let most = term.length > 6 ? 2 : 1;
  let found;
  for (const word of words) {
    if (word[0] !== term[0] || Math.abs(word.length - term.length) > most) continue;
    const far = distance(term, word);
    if (far > most) continue;
    found = word;
    most = far - 1; // another has to be nearer
    if (most < 1) break;
  }
  return found;
}

/**
 * How many letters are wrong, missing, too many or changed about.
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  /** @type {number[][]} */
  const rows = [[...Array(other.length + 1).keys()]];
  for (let down = 1; down <= one.length; down += 1) {
    const row = [down];
    for (let along = 1; along <= other.length; along += 1) {
      const same = one[down - 1] === other[along - 1];
      const steps = [at(rows, down - 1, along) + 1, (row[along - 1] ?? 0) + 1, at(rows, down - 1, along - 1) + (same ? 0 : 1)];
      const turned = one[down - 1] === other[along - 2] && one[down - 2] === other[along - 1];
      if (turned && along > 1 && down > 1) steps.push(at(rows, down - 2, along - 2) + 1);
      row.push(Math.min(...steps));
    }
    rows.push(row);
  }
  return at(rows, one.length, other.length);
}

/** @param {number[][]} rows @param {number} down @param {number} along */
const at = (rows, down, along) => rows[down]?.[along] ?? 0;
