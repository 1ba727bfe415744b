import * as z from 'zod/mini';

// zod 4 otherwise probes `new Function`, which the extension's CSP reports (facts: models.md §0.7).
z.config({ jitless: true });

export { z };
