import type { ToolLabels } from './labels.ts';
import type { Tool } from './use-tool.ts';

interface Props<E> {
  tool: Tool<E>;
  labels: ToolLabels;
}

/** What the reader must know about the answers shown, and what can be done about it. */
export function Notices<E>({ tool, labels }: Props<E>) {
  const { saving, notice } = tool;
  return (
    <div class="notices" role="status" ref={tool.notices}>
      {tool.isBorrowed && (
        <div class="notice">
          <p>{labels['notice.fromLink']}</p>
          <p class="buttons">
            <button type="button" onClick={() => tool.leaveLink('leave-link')}>
              {labels['notice.leave']}
            </button>
            <button type="button" aria-describedby="keep-hint" onClick={() => tool.leaveLink('keep-link')}>
              {labels['notice.keep']}
            </button>
          </p>
          <p class="hint" id="keep-hint">
            {labels['notice.keepHint']}
          </p>
        </div>
      )}
      {tool.isUnreadable && (
        <div class="notice">
          <p>{labels['notice.unreadable']}</p>
          <p class="buttons">
            <button type="button" onClick={tool.startAfresh}>
              {labels['notice.startAfresh']}
            </button>
          </p>
        </div>
      )}
      {notice !== null && (
        <div class="notice">
          <p>{notice}</p>
          <p class="buttons">
            <button type="button" onClick={tool.closeNotice}>
              {labels['notice.close']}
            </button>
          </p>
        </div>
      )}
      {(saving === 'blocked' || saving === 'full') && (
        <div class="notice">
          <p>{labels[`saved.${saving}`]}</p>
        </div>
      )}
    </div>
  );
}
