-- What a user has to log in with, and what is under way. None of it belongs to a tenant.
ALTER TABLE "user" ADD COLUMN "deletedAt" TIMESTAMPTZ(3);

-- Where a log-in came from, and when its user last proved who he is.
ALTER TABLE "login_session"
    ADD COLUMN "userAgent" TEXT,
    ADD COLUMN "ip" TEXT,
    ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password',
    ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "provedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "login_session_expiresAt_idx" ON "login_session"("expiresAt");

CREATE TABLE "password_reset" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("tokenHash"),
    CONSTRAINT "password_reset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "password_reset_userId_idx" ON "password_reset"("userId");

-- One at a time for each user. It takes effect once both addresses have said yes.
CREATE TABLE "address_change" (
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "newTokenHash" TEXT NOT NULL,
    "oldTokenHash" TEXT NOT NULL,
    "newConfirmedAt" TIMESTAMPTZ(3),
    "oldConfirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_change_pkey" PRIMARY KEY ("userId"),
    CONSTRAINT "address_change_email_lower" CHECK (email = lower(email)),
    CONSTRAINT "address_change_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "address_change_newTokenHash_key" ON "address_change"("newTokenHash");
CREATE UNIQUE INDEX "address_change_oldTokenHash_key" ON "address_change"("oldTokenHash");

-- The secret is sealed, bound to its user. Without confirmedAt it is being set up and asks for nothing yet.
CREATE TABLE "totp" (
    "userId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "totp_pkey" PRIMARY KEY ("userId"),
    CONSTRAINT "totp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "recovery_code" (
    "userId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("userId", "hash"),
    CONSTRAINT "recovery_code_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[] NOT NULL DEFAULT '{}',
    "backedUp" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "passkey_credentialId_key" ON "passkey"("credentialId");
CREATE INDEX "passkey_userId_idx" ON "passkey"("userId");

-- WebAuthn challenges, each for one purpose; taken by deleting it, so that none is answered twice. No user: before anybody is known.
CREATE TABLE "passkey_challenge" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "passkey_challenge_purpose" CHECK (purpose IN ('register', 'login', 'second', 'prove')),
    CONSTRAINT "passkey_challenge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Whom an identity provider knows a user as. The issuer is its URL.
CREATE TABLE "linked_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "linked_identity_pkey" PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "linked_identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "linked_identity_userId_issuer_key" ON "linked_identity"("userId", "issuer");

GRANT SELECT, INSERT, DELETE ON "password_reset", "passkey_challenge" TO postroom_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON "address_change", "totp", "recovery_code", "passkey", "linked_identity" TO postroom_web;
-- The worker deletes what has run out, and sees when that is.
GRANT SELECT ("expiresAt"), DELETE ON "login_session", "password_reset", "address_change", "passkey_challenge" TO postroom_worker;
