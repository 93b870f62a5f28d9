import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** Id of the heading that names it. */
  labelledBy: string;
  /** Asked for with Escape. */
  onClose: () => void;
  className: string;
  children: ComponentChildren;
}

/** Fills the window and keeps the rest of the page out of reach. It closes when it is no longer shown. */
export function FullScreen({ labelledBy, onClose, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the effects of what is shown in it, which may move the focus.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`full-screen ${className}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A browser closes a dialog on the second Escape without asking.
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
    >
      {children}
    </dialog>
  );
}
