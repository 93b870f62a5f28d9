import { findFirefox } from './find.mjs';
import { firefox } from './firefox.ts';
import { makeJourneys } from './journeys.ts';

makeJourneys(firefox(findFirefox() ?? 'firefox'), 4610);
