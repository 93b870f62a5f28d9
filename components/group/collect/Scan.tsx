import { useEffect, useRef, useState } from 'preact/hooks';
import { type CameraFault, closeCamera, openCamera } from '../../../src/browser/camera.ts';
import type { GroupLabels } from '../labels.ts';
import { prepareReader, readQr } from './read-qr.ts';

interface Props {
  labels: GroupLabels;
  onFound: (text: string) => void;
  onClose: () => void;
}

/** Pause between two looks, milliseconds: quick to the eye, easy on an old phone. */
const PAUSE = 150;

/** Reads QR codes from the camera, one after the other, until it is closed. */
export function Scan({ labels, onFound, onClose }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'looking' | CameraFault>('starting');
  const found = useRef(onFound);
  found.current = onFound;

  useEffect(() => {
    let isOver = false;
    let last = '';
    let stream: MediaStream | null = null;

    async function look(): Promise<void> {
      const { current } = video;
      if (isOver || !current) return;
      const text = current.readyState >= 2 ? await readQr(current).catch(() => null) : null;
      // The same code stays before the camera for a while; it counts once.
      if (text !== null && text !== last && !isOver) {
        last = text;
        found.current(text);
      }
      setTimeout(() => void look(), PAUSE);
    }

    async function start(): Promise<void> {
      const opened = await openCamera();
      if (typeof opened === 'string') return setState(opened);
      stream = opened;
      if (isOver || !video.current) return closeCamera(opened);
      video.current.srcObject = opened;
      await Promise.all([video.current.play().catch(() => undefined), prepareReader()]);
      setState('looking');
      await look();
    }

    start().catch(() => setState('unable'));
    return () => {
      isOver = true;
      if (stream) closeCamera(stream);
    };
  }, []);

  return (
    <div class="scan">
      {state === 'starting' || state === 'looking' ? (
        <>
          <p role="status">{labels[state === 'looking' ? 'scan.looking' : 'scan.starting']}</p>
          <video ref={video} playsInline muted aria-label={labels['scan.picture']} />
        </>
      ) : (
        <p role="alert">{labels[`scan.${state}`]}</p>
      )}
      <p class="buttons">
        <button type="button" onClick={onClose}>
          {labels['scan.close']}
        </button>
      </p>
    </div>
  );
}
