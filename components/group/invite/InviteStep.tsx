import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { printOnly } from '../../../src/browser/print.ts';
import { linkTo } from '../../../src/browser/share-link.ts';
import { encodeInvitation, roundItems, type RoundState } from '../../../src/domain/round/index.ts';
import { dayInWords, fill } from '../../../src/domain/shared/index.ts';
import { CopyField } from '../../tool/CopyField.tsx';
import { plural } from '../../tool/labels.ts';
import { durationOf } from '../estimate.ts';
import { FullScreen } from '../../tool/FullScreen.tsx';
import { Later } from '../../tool/Later.tsx';
import { Lazy } from '../../tool/lazy.tsx';
import { loadQr } from '../parts.ts';
import { Script } from '../Script.tsx';
import { RoundFields } from '../RoundFields.tsx';
import type { GroupView, OnChange } from '../view.ts';
import { RoundForm } from './RoundForm.tsx';

interface Props {
  view: GroupView;
  state: RoundState;
  onChange: OnChange;
}

/** Everything to get the members to fill in the test: texts, link, QR code and paper. */
export function InviteStep({ view, state, onChange }: Props) {
  const { labels, lang, model } = view;
  const { round, label, date } = state;
  const [isLarge, setLarge] = useState(false);
  const link = linkTo(view.testHref, encodeInvitation(round));
  const values = {
    group: label || labels['invite.group'],
    date: date ? dayInWords(date, labels, { hasWeekday: true, hasYear: false }) : labels['invite.date'],
    minutes: durationOf(view, roundItems(model, round).length),
    link,
  };
  const text = (key: 'invite.subject' | 'invite.message' | 'invite.sms' | 'invite.paperTitle'): string =>
    fill(labels[key], values);
  const qr = (
    <Lazy load={loadQr} labels={labels}>
      {({ QrCode }) => <QrCode text={link} label={labels['invite.qr']} />}
    </Lazy>
  );

  return (
    <>
      <RoundFields
        labels={labels}
        label={label}
        date={date}
        onLabel={(label) => onChange((state) => ({ ...state, label }))}
        onDate={(date) => onChange((state) => ({ ...state, date }))}
      />

      <section>
        <h3>{labels['invite.link']}</h3>
        <p class="hint">{labels['invite.linkHint']}</p>
        <div class="with-qr">
          {qr}
          <div>
            <CopyField label={labels['invite.linkLabel']} text={link} labels={labels} />
            <p class="buttons">
              <button type="button" onClick={() => setLarge(true)}>
                {labels['invite.large']}
              </button>
              <button type="button" onClick={() => print()}>
                {labels['invite.print']}
              </button>
              <Lazy load={loadQr} labels={labels}>
                {({ savePng, saveSvg }) => (
                  <>
                    <button type="button" onClick={() => savePng(`uitnodiging-${round.id}.png`, link)}>
                      {labels['invite.png']}
                    </button>
                    <button type="button" onClick={() => saveSvg(`uitnodiging-${round.id}.svg`, link)}>
                      {labels['invite.svg']}
                    </button>
                  </>
                )}
              </Lazy>
            </p>
          </div>
        </div>
      </section>

      <Later>
        {() => (
          <>
            <section>
              <h3>{labels['invite.texts']}</h3>
              <p class="hint">{labels['invite.textsHint']}</p>
              <CopyField
                label={labels['invite.subjectLabel']}
                text={text('invite.subject')}
                labels={labels}
              />
              <CopyField
                label={labels['invite.messageLabel']}
                text={text('invite.message')}
                labels={labels}
                rows={11}
              />
              <CopyField
                label={labels['invite.smsLabel']}
                text={text('invite.sms')}
                labels={labels}
                rows={4}
              />
            </section>

            <section>
              <h3>{labels['invite.onPaper']}</h3>
              <p>{labels['invite.onPaperText']}</p>
              <p class="buttons">
                <button type="button" onClick={() => printOnly('form')}>
                  {plural(labels, lang, 'invite.printForm', roundItems(model, round).length)}
                </button>
              </p>
              <Script labels={labels} text={labels['sheet.say']} />
            </section>
          </>
        )}
      </Later>

      {isLarge && (
        <FullScreen labelledBy="invite-large" className="large-qr" onClose={() => setLarge(false)}>
          <h2 id="invite-large">{text('invite.paperTitle')}</h2>
          {qr}
          <p class="address">{link.replace(/^https?:\/\//, '')}</p>
          <p class="buttons">
            <button type="button" autofocus onClick={() => setLarge(false)}>
              {labels['invite.close']}
            </button>
          </p>
        </FullScreen>
      )}

      <Later>
        {() => (
          <InviteSheet view={view} title={text('invite.paperTitle')} link={link} values={values}>
            {qr}
          </InviteSheet>
        )}
      </Later>
      <Later>{() => <RoundForm view={view} round={round} title={text('invite.paperTitle')} />}</Later>
    </>
  );
}

interface SheetProps {
  view: GroupView;
  title: string;
  link: string;
  values: Readonly<Record<string, string>>;
  children: ComponentChildren;
}

/** The invitation on one A4, to print or to pin up. Shows on paper only. */
function InviteSheet({ view: { labels }, title, link, values, children }: SheetProps) {
  const [, ...paragraphs] = labels['invite.message'].split('\n\n');
  return (
    <div class="invite-sheet">
      <p class="sheet-title">{title}</p>
      <div class="sheet-code">
        {children}
        <p class="address">{link}</p>
      </div>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{fill(paragraph, { ...values, link: labels['invite.above'] })}</p>
      ))}
      <p class="sheet-title small">{labels['start.privacy']}</p>
      <p>{labels['privacy']}</p>
    </div>
  );
}
