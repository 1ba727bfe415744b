import { defineContentScript } from '#imports';
import { guideJavelo } from './guide-javelo.ts';
import { once } from './once.ts';

// Registered by the background for the Javelo that the admin granted; its patterns here would be asked for at install.
export default defineContentScript({
  registration: 'runtime',
  main: () => once('javelo', () => guideJavelo(document)),
});
