-- Sign-ups that wait for their link: the account is made when it is opened, so that nobody prepares another's.
CREATE TABLE "sign_up" (
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("tokenHash"),
    CONSTRAINT "sign_up_email_lower" CHECK (email = lower(email))
);
CREATE INDEX "sign_up_email_createdAt_idx" ON "sign_up"("email", "createdAt");

-- The product's own mail, of no tenant. The content is sealed, and gone once it was sent: a link's token stands in it.
CREATE TABLE "product_mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "content" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "sesMessageId" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "product_mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "product_mail_state" CHECK (state IN ('queued', 'claimed', 'sent', 'failed'))
);
CREATE INDEX "product_mail_open_idx" ON "product_mail"("claimedAt") WHERE state = 'claimed';

-- When the next send may start, for all processes together.
CREATE TABLE "send_pace" (
    "key" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "send_pace_pkey" PRIMARY KEY ("key")
);

-- The time of the latest event that was taken in: it shows that take-in of events works.
ALTER TABLE "topic" ADD COLUMN "provedAt" TIMESTAMPTZ(3);

GRANT SELECT, INSERT, UPDATE ON "sign_up" TO postroom_web;
GRANT SELECT ("expiresAt") ON "sign_up" TO postroom_worker;
GRANT DELETE ON "sign_up" TO postroom_worker;
-- The web queues mail and learns how it went; it reads no content.
GRANT INSERT (id, kind, recipient, content), SELECT (id, kind, state, error) ON "product_mail" TO postroom_web;
GRANT SELECT, UPDATE, DELETE ON "product_mail" TO postroom_worker;
GRANT SELECT, INSERT, UPDATE ON "send_pace" TO postroom_worker;
