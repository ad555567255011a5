import { MessageId } from '@/lib/core/inputs/message'
import { replayDelivery } from '@/lib/pipeline/replay'
import { action } from './action'

/** Asks for a replay from a page. */
export const askForReplay = action(MessageId, replayDelivery)
