import { Body, Button, Container, Head, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { ProductMail } from '@/lib/core/account/product-mail'

// Light is written on the elements, for programs that drop styles; dark comes by the media query. The console's own colours.
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.canvas{background-color:#0e1116!important}
.sheet{background-color:#151920!important;border-color:#2a313c!important}
.ink{color:#e8ebf0!important}
.quiet{color:#b3bbc7!important}
.act{background-color:#84a9ff!important;color:#0f1533!important}
.far{color:#84a9ff!important}
}`
const family = 'system-ui,-apple-system,"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP",sans-serif'
const text = { fontFamily: family, fontSize: '15px', margin: '0 0 16px', color: '#171a21' } as const
const quiet = { fontFamily: family, fontSize: '13px', lineHeight: '20px', margin: '0', color: '#475061', wordBreak: 'break-all' } as const

/** A mail of the product as a page: one column, one act, nothing from another host. `home`: where Postroom runs. */
export function Letter({ mail, home }: { mail: ProductMail; home: string }) {
  const { locale, subject, paragraphs, link, unsubscribe } = mail
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{paragraphs[0]!.slice(0, 140)}</Preview>
      <Body className="canvas" style={{ backgroundColor: '#f6f7f9', margin: 0, padding: '24px 8px' }}>
        <Container className="sheet" style={{ maxWidth: '560px', backgroundColor: '#ffffff', border: '1px solid #dde1e8', borderRadius: '8px', padding: '24px' }}>
          <Text className="ink" style={{ ...text, fontWeight: 600 }}>
            Postroom
          </Text>
          {paragraphs.map((paragraph, i) => (
            <Text key={i} className="ink" style={{ ...text, lineHeight: locale.startsWith('ja') ? '1.7' : '24px', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {paragraph}
            </Text>
          ))}
          {link && (
            <Section>
              <Button href={link.url} className="act" style={{ fontFamily: family, fontSize: '15px', fontWeight: 600, backgroundColor: '#2f48d6', color: '#ffffff', borderRadius: '6px', padding: '10px 16px', margin: '0 0 16px' }}>
                {link.label}
              </Button>
              <Text className="quiet" style={quiet}>
                <Link href={link.url} className="far" style={{ color: '#2f48d6' }}>
                  {link.url}
                </Link>
              </Text>
            </Section>
          )}
        </Container>
        <Text className="quiet" style={{ ...quiet, textAlign: 'center', padding: '16px 0 0' }}>
          {home}
        </Text>
        {unsubscribe && (
          <Text className="quiet" style={{ ...quiet, textAlign: 'center' }}>
            <Link href={unsubscribe.url} className="far" style={{ color: '#2f48d6' }}>
              {unsubscribe.label}
            </Link>
          </Text>
        )}
      </Body>
    </Html>
  )
}
