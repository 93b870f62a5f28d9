import { findWebKit } from './find.mjs';
import { makeJourneys } from './journeys.ts';
import { webkit } from './webkit.ts';

const PROGRAMS = { driver: 'WebKitWebDriver', browser: 'MiniBrowser', display: 'Xvfb' };

makeJourneys(webkit(findWebKit() ?? PROGRAMS, 4612), 4611);
