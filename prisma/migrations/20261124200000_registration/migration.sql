-- A sign-up by an invitation stands although registration is closed when its link is opened.
ALTER TABLE "sign_up" ADD COLUMN "invited" BOOLEAN NOT NULL DEFAULT false;
