/** The parts that come apart from the page: nothing of them is fetched before there is a round. */

export const loadInvite = () => import('./invite/InviteStep.tsx');
export const loadCollect = () => import('./collect/CollectStep.tsx');
export const loadKiosk = () => import('./collect/Kiosk.tsx');
export const loadScan = () => import('./collect/Scan.tsx');
export const loadQr = () => import('./qr/QrCode.tsx');
export const loadResults = () => import('./results/GroupResults.tsx');
/** What reading a QR code takes in this browser. */
export const loadReader = () => import('./collect/read-qr.ts').then(({ prepareReader }) => prepareReader());
