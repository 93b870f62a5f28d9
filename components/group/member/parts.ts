/** The parts that come apart from the phase test: for members of a group only. */

export const loadGive = () => import('./GiveToGroup.tsx');
export const loadQr = () => import('../qr/QrCode.tsx');
