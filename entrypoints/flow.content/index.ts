import { defineContentScript } from '#imports';
import { once } from '../javelo.content/once.ts';
import { guideFlow } from './guide-flow.ts';

// Registered by the background for the flow's host where it was granted, in frames too.
export default defineContentScript({
  registration: 'runtime',
  main: () => once('flow', () => guideFlow(document)),
});
