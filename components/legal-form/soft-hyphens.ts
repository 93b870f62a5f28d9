/** First parts of the long compounds in tables; few browsers break Dutch words by themselves. */
const FIRST_PARTS =
  /(bekend|eigendoms|hoofd|inschrijvings|jaar|ondernemings|onder|publicatie|rechtspersonen|samenwerkings|verenigings|vennootschaps|verantwoordelijk)(?=\p{L}{5,})/giu;

/** The text with a soft hyphen where a long compound may break, so that columns can be narrow. */
export function softHyphens(text: string): string {
  return text.replaceAll(/\p{L}{13,}/gu, (word) => word.replaceAll(FIRST_PARTS, '$1\u00ad'));
}
