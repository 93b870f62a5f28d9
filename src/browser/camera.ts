/** The camera of the device, for reading codes. Nothing of it is kept or sent. */

/** Why there is no picture: no camera or none free, not allowed by the reader, or not by the browser. */
export type CameraFault = 'none' | 'refused' | 'unable';

/** The picture of the camera that looks away from the reader, where there is one. */
export async function openCamera(): Promise<MediaStream | CameraFault> {
  // Absent on pages that did not come over a safe connection.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return 'unable';
  try {
    return await devices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
    return name === 'NotFoundError' || name === 'NotReadableError' ? 'none' : 'unable';
  }
}

/** Lets go of the camera. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
