import { render } from '@react-email/render'
import type { ProductMail } from '@/lib/core/account/product-mail'
import { Letter } from './letter'

export const renderLetter = (mail: ProductMail, home: string): Promise<string> => render(<Letter mail={mail} home={home} />)
