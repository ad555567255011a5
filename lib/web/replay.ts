import { MessageId } from '@/lib/core/inputs/message'
import { MessageIds } from '@/lib/core/inputs/release'
import { replayDelivery } from '@/lib/pipeline/replay'
import { action } from './action'
import { replayEach } from './replay-each'

/** Asks for a replay from a page. */
export const askForReplay = action('message.replay', MessageId, replayDelivery)

/** Asks for a replay of each. */
export const askForReplays = action('message.replay', MessageIds, replayEach)
