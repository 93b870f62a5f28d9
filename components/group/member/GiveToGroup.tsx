import { useEffect, useRef, useState } from 'preact/hooks';
import { downloadText } from '../../../src/browser/files.ts';
import { linkTo } from '../../../src/browser/share-link.ts';
import type { Answers, LocalAssessment } from '../../../src/domain/assessment/index.ts';
import {
  encodeSubmission,
  makeSubmission,
  markOf,
  type Membership,
  roundItems,
  toCode,
} from '../../../src/domain/round/index.ts';
import { plural } from '../../tool/labels.ts';
import { CopyField } from '../../tool/CopyField.tsx';
import { Lazy } from '../../tool/lazy.tsx';
import { loadQr } from './parts.ts';
import type { GroupSide } from './use-member.ts';

interface Props {
  model: LocalAssessment;
  lang: string;
  group: GroupSide;
  membership: Membership;
  answers: Answers;
  onGive: (revision: number, mark: string) => void;
}

/** The ways to give the answers to who leads the round; the same id each time, a higher revision after a change. */
export function GiveToGroup({ model, lang, group: { labels, href }, membership, answers, onGive }: Props) {
  const { round, id, revision, given } = membership;
  const [isNew, setNew] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const items = roundItems(model, round);
  const open = items.filter((item) => answers[item.id] === undefined).length;

  const submissionAt = (revision: number) => makeSubmission(model, round, { id, revision, answers });
  const fragmentAt = (revision: number): string => encodeSubmission(model, submissionAt(revision));
  const fragment = fragmentAt(revision);
  const isGiven = given !== null && given === markOf(fragment);
  const link = linkTo(href, fragment);

  // The button that was pressed makes place for the ways to give.
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);

  function give(): void {
    const next = given === null ? revision : submissionAt(revision + 1).revision;
    onGive(next, markOf(fragmentAt(next)));
    setNew(true);
  }

  return (
    <section class="give">
      <h3 ref={heading} tabIndex={-1}>
        {labels['member.give']}
      </h3>
      {!isGiven && (
        <>
          <p>{labels[given === null ? 'member.giveIntro' : 'member.changed']}</p>
          {open > 0 && <p>{plural(labels, lang, 'member.open', open)}</p>}
          <p class="buttons">
            <button type="button" class="primary" disabled={open === items.length} onClick={give}>
              {labels[given === null ? 'member.give' : 'member.giveAgain']}
            </button>
          </p>
        </>
      )}
      {isGiven && (
        <>
          <p>{labels[revision > 0 ? 'member.waysAgain' : 'member.ways']}</p>
          <div class="with-qr">
            <Lazy load={loadQr} labels={labels}>
              {({ QrCode }) => <QrCode text={link} label={labels['member.qr']} />}
            </Lazy>
            <div>
              <p>
                <strong>{labels['member.onScreen']}</strong> {labels['member.onScreenText']}
              </p>
              <CopyField label={labels['member.link']} text={link} labels={labels} />
              <p class="buttons">
                <button
                  type="button"
                  onClick={() => downloadText(`groepsronde-antwoord-${id}.txt`, 'text/plain', `${link}\n`)}
                >
                  {labels['member.file']}
                </button>
              </p>
            </div>
          </div>
          <details class="script">
            <summary>{labels['member.code']}</summary>
            <p>{labels['member.codeText']}</p>
            <p class="code">{toCode(model, round, submissionAt(revision)).replaceAll('-', ' ')}</p>
          </details>
          <p class="hint">{labels['member.secret']}</p>
        </>
      )}
    </section>
  );
}
