import { askedItems, type Entry } from '../../../src/domain/assessment/index.ts';
import { fill } from '../../../src/domain/shared/index.ts';
import { phaseOf, type View } from '../../assessment/view.ts';
import { durationOf } from '../estimate.ts';
import { Lazy } from '../../tool/lazy.tsx';
import { loadGive } from './parts.ts';
import type { GroupSide, Member } from './use-member.ts';

interface Props {
  member: Member;
  group: GroupSide | undefined;
}

/** Says, in every step, that the test is filled in for a group. */
export function MemberBanner({ member, group }: Props) {
  const { membership, fault, view } = member;
  if (!group || (!membership && !fault)) return null;
  const { labels } = group;
  return (
    <div class="member" role="status">
      {fault && <p class="notice">{labels[`member.${fault}`]}</p>}
      {membership && (
        <p>
          {fill(labels['member.banner'], {
            phases: membership.round.phases.map((id) => phaseOf(view, id).number).join(', '),
          })}{' '}
          <button type="button" class="plain" onClick={member.leave}>
            {labels['member.leave']}
          </button>
        </p>
      )}
    </div>
  );
}

/** In the place of the question where the group starts: that is decided for everybody. */
export function MemberStart({ member, group }: Props) {
  const { membership, view } = member;
  if (!membership || !group) return null;
  const { labels } = group;
  const items = askedItems(view.model, membership.round.start).length;
  return (
    <>
      <p>
        {fill(labels['member.asks'], {
          n: items,
          minutes: durationOf({ labels, lang: view.lang }, items),
          start: view.labels[`start.${membership.round.start}`].toLocaleLowerCase(view.lang),
        })}
      </p>
      <p>{labels['member.how']}</p>
      {membership.given !== null && <p class="notice">{labels['member.again']}</p>}
      <details class="privacy">
        <summary>{labels['member.privacy']}</summary>
        <p>{labels['privacy']}</p>
      </details>
    </>
  );
}

/** With the result, for who has no invitation: how to come by one. */
export function MemberHint({ member, group }: Props) {
  if (!group || member.membership) return null;
  return (
    <p class="hint">
      {group.labels['member.none']} <a href={group.href}>{group.labels['member.noneLink']}</a>
    </p>
  );
}

/** With the result: the ways to give the answers to the group. */
export function MemberResult({ member, group, entry, view }: Props & { entry: Entry; view: View }) {
  const { membership } = member;
  if (!group || !membership) return null;
  return (
    <Lazy load={loadGive} labels={group.labels}>
      {({ GiveToGroup }) => (
        <GiveToGroup
          model={view.model}
          lang={view.lang}
          group={group}
          membership={membership}
          answers={entry.answers}
          onGive={member.give}
        />
      )}
    </Lazy>
  );
}
