import { z } from 'zod';
import { sides } from '#directory/domain';

/** OWN or PARTNER. */
export const side = z.enum(sides);
