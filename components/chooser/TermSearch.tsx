import { useId, useState } from 'preact/hooks';
import type { LocalChooser } from '../../src/domain/chooser/index.ts';
import { plural } from '../tool/labels.ts';
import type { AskedView } from './view.ts';

type LocalTerm = LocalChooser['terms'][number];

/** Letters after which looking makes sense. */
const LEAST = 2;

/** Tells what an old or other name stands for today. */
export function TermSearch({ view }: { view: AskedView }) {
  const { labels, lang, model } = view;
  const [typed, setTyped] = useState('');
  const id = useId();
  const isAsked = plain(typed).length >= LEAST;
  const found = isAsked ? findTerms(model.terms, typed) : [];
  return (
    <div class="terms">
      <label for={id}>{labels['terms.label']}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p role="status" class={found.length > 0 ? 'sr-only' : 'hint'}>
        {isAsked &&
          (found.length > 0 ? plural(labels, lang, 'terms.found', found.length) : labels['terms.none'])}
      </p>
      {found.length > 0 && (
        <dl>
          {found.map(({ term, name }) => (
            <div key={term.id}>
              <dt>{name}</dt>
              <dd>
                {term.text}{' '}
                <a href={term.page}>
                  {labels['terms.more']}
                  <span class="sr-only">: {name}</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Terms that have a name which begins like what was typed, or a word in it does; each with that name. */
export function findTerms(terms: readonly LocalTerm[], typed: string): { term: LocalTerm; name: string }[] {
  const wanted = plain(typed);
  return terms.flatMap((term) => {
    const name =
      term.names.find((one) => plain(one).startsWith(wanted)) ??
      term.names.find((one) => ` ${plain(one)}`.includes(` ${wanted}`));
    return name === undefined ? [] : [{ term, name }];
  });
}

/** Text without capitals, accents, points and dashes: "B.V.B.A." and "bvba" are the same. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
