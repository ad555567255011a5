import { z } from 'zod'

export const ExportId = z.strictObject({ id: z.uuid("must be an export's id") })
export type ExportId = z.input<typeof ExportId>
