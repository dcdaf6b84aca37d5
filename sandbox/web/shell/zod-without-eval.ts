import { z } from 'zod';

z.config({ jitless: true }); // the page's policy forbids eval; imported before any schema is made
