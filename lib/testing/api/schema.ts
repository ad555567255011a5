// Made by `npm run client` from the OpenAPI document: do not edit.
export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether database, migrations and queue are fine. */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's API keys, newest first, with those that have ended. */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Makes an API key. It is told in this answer alone.
         * @description No key gets more than the one that asks for it has: neither role, nor scopes, nor time.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One API key; never the key itself. */
        get: operations["getApiKeysById"];
        put?: never;
        post?: never;
        /** Ends an API key at once. It stays in the list as revoked. */
        delete: operations["deleteApiKeysById"];
        options?: never;
        head?: never;
        /** Gives an API key another name. */
        patch: operations["patchApiKeysById"];
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's audit log, newest first. */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as CSV or as JSON Lines, newest first, all that the filters let through. */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's domains, newest first. */
        get: operations["getDomains"];
        put?: never;
        /** Claims a domain. It is pending until its records are found: see check. */
        post: operations["postDomains"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One domain with its records. */
        get: operations["getDomainsById"];
        put?: never;
        post?: never;
        /** Gives a domain up: its mail is not taken any more. An identity at Amazon SES that was made here is deleted a day later, unless somebody claims the name. */
        delete: operations["deleteDomainsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at the records now and settles the status; takes up to about 8 seconds. */
        post: operations["postDomainsByIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names below this domain that other tenants have proved, and what was answered; newest first, the latest 200. */
        get: operations["getDomainsByIdConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/consents/{consentId}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets the name below be verified by its next check. */
        post: operations["postDomainsByIdConsentsByConsentIdGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/consents/{consentId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses it. It can still be granted later. */
        post: operations["postDomainsByIdConsentsByConsentIdRefuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/consents/{consentId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a grant back: the name fails, with its grace. */
        post: operations["postDomainsByIdConsentsByConsentIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/mail-from": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Asks for a custom MAIL FROM domain: its two records are needed from now on, and Amazon SES is told by the check that follows. */
        put: operations["putDomainsByIdMailFrom"];
        post?: never;
        /** Gives the custom MAIL FROM domain up; one that was set elsewhere stays. */
        delete: operations["deleteDomainsByIdMailFrom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}/zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its records as a zone file (RFC 1035 §5), to import. */
        get: operations["getDomainsByIdZone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's exports, newest first, at most 20. */
        get: operations["getExports"];
        put?: never;
        /** Asks for a file with all that the tenant has. One is made at a time, also while the tenant is stopped. */
        post: operations["postExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One export: how far it is, and whether its file can be fetched. */
        get: operations["getExportsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an export that is ready: a gzipped tar of JSON Lines and raw mails. 409 where it is not ready, or has expired. */
        get: operations["getExportsByIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in the tenant, who joined last first. */
        get: operations["getMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a member out of the tenant.
         * @description Access ends with the next request. API keys that the member made are the tenant's and keep working.
         */
        delete: operations["deleteMembersByUserId"];
        options?: never;
        head?: never;
        /**
         * Gives a member another role.
         * @description Nobody gives or takes a role that may do more than the one who asks, so owners are for owners alone. The last owner stays one: 409.
         */
        patch: operations["patchMembersByUserId"];
        trace?: never;
    };
    "/api/v1/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that nobody has taken yet, newest first; those that ran out or were declined too. */
        get: operations["getMembersInvitations"];
        put?: never;
        /**
         * Invites an address by mail.
         * @description The link works for 7 days. For an address that is invited already a new link goes out with the new role, and the old link is void.
         */
        post: operations["postMembersInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraws an invitation: its link is void. */
        delete: operations["deleteMembersInvitationsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message log, newest first. */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with its header, text, attachments and events. */
        get: operations["getMessagesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/files/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file of a mail. `part` is its place in the MIME tree, such as 2 or 1.2; `whole` where the mail is one file. */
        get: operations["getMessagesByIdFilesByPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The HTML of a mail, cleaned as the console shows it: no script, no form, no remote content unless asked for. */
        get: operations["getMessagesByIdHtml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mail as SES stored it, byte for byte. */
        get: operations["getMessagesByIdRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the message out of quarantine. The worker does it at once; a message with a virus is refused (409). */
        post: operations["postMessagesByIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs the published rules again on the stored mail. The worker does it: read the trace for its end. 409 for a mail that waits for room under a limit. */
        post: operations["postMessagesByIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why the message went where it went. */
        get: operations["getMessagesByIdTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as CSV, newest first, at most 10,000 rows. */
        get: operations["getMessagesExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Releases up to 100 messages from quarantine, ten seconds from now.
         * @description Until then it can be taken back by `POST /messages/release/undo`. What cannot be released is named in `failed`.
         */
        post: operations["postMessagesRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/release/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes releases back that were asked and are not done yet. */
        post: operations["postMessagesReleaseUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replays up to 100 messages; what is not there, or waits for room under a limit, is named in `failed`. */
        post: operations["postMessagesReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/volume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much mail ended how: by the hour up to two days, by the day (UTC) beyond; the last 30 days where no time is given. */
        get: operations["getMessagesVolume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators did, and people with their own accounts, newest first. */
        get: operations["getOperatorAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as CSV or as JSON Lines, newest first, all that the filters let through. */
        get: operations["getOperatorAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that failed for good, newest first. */
        get: operations["getOperatorDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, with its failed tries. */
        get: operations["getOperatorDeadLettersById"];
        put?: never;
        post?: never;
        /** Throws a dead job away. Raw mail stays in S3. */
        delete: operations["deleteOperatorDeadLettersById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/dead-letters/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a dead job back to its queue, with all its tries. */
        post: operations["postOperatorDeadLettersByIdRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/dead-letters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the oldest dead jobs back to their queues, at most 500. */
        post: operations["postOperatorDeadLettersRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads SES in this call, and says what of it is not as it should be. Waits for a running apply; stores no plan. */
        get: operations["getOperatorDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues, the worker, the sweep, topics and the partitions of the next month. null: there is no measurement. */
        get: operations["getOperatorHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The master keys by their ids, what is sealed by each, and which old one can be taken away. */
        get: operations["getOperatorKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/keys/reseal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the worker to seal anew now what is sealed by an old key. It does so by itself at its start and each hour. */
        post: operations["postOperatorKeysReseal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/lost-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest mail that no tenant takes, and stored mail that nothing came of: at most 50 each. */
        get: operations["getOperatorLostMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sync plans, newest first. */
        get: operations["getOperatorPlans"];
        put?: never;
        /** Makes a sync plan; waits for a running apply. Without a difference its steps are empty. */
        post: operations["postOperatorPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sync plan, with what became of it. */
        get: operations["getOperatorPlansById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/plans/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Applies a plan. The worker does it: read the plan to see how far it is. */
        post: operations["postOperatorPlansByIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/plans/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls off a plan that has not switched yet. */
        post: operations["postOperatorPlansByIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/plans/{id}/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with what it was made from and the whole rule set that SES shall have. */
        get: operations["getOperatorPlansByIdWhole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The platform's settings, with their revision as ETag, and what the environment fixes. */
        get: operations["getOperatorSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Replaces the settings that are named, each whole; the others stay. */
        patch: operations["patchOperatorSettings"];
        trace?: never;
    };
    "/api/v1/operator/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What SES has as the last look found it, the plan that is open, and the last one that changed something. */
        get: operations["getOperatorSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tenants with their size and how they stand, newest first. */
        get: operations["getOperatorTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tenant: members, domains, numbers, what operators did to it. No mail. */
        get: operations["getOperatorTenantsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a tenant now and erases it after the grace. */
        post: operations["postOperatorTenantsByIdDelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tenant's limits, how much of each is used, and what of its mail waits for room. */
        get: operations["getOperatorTenantsByIdLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sets limits for one tenant; those that are not named stay. Mail that waited for room is processed where there is some now. */
        patch: operations["patchOperatorTenantsByIdLimits"];
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a suspension: what was held is processed in the order it came. */
        post: operations["postOperatorTenantsByIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a tenant: nothing leaves, mail that comes is held, its people and keys can only read. */
        post: operations["postOperatorTenantsByIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/tenants/{id}/undelete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a deletion back before it is due. */
        post: operations["postOperatorTenantsByIdUndelete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that bind, the draft, what stands between them, and what its author may not have meant. */
        get: operations["getRuleSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft, with its revision as ETag. */
        get: operations["getRuleSetDraft"];
        /** Saves the whole draft. It binds nothing until it is published. */
        put: operations["putRuleSetDraft"];
        post?: never;
        /** Throws the draft's changes away: it is what binds again, or empty where nothing does. */
        delete: operations["deleteRuleSetDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/hits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each rule matched, over the newest 20,000 messages since a moment: a week ago where none is given. */
        get: operations["getRuleSetHits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the draft the rules that bind. An unchanged draft gives the version that stands. */
        post: operations["postRuleSetPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the rules would do with a mail: the rules given, else the draft, else the published ones. Changes nothing. */
        post: operations["postRuleSetSimulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest hundred versions that were published, newest first. */
        get: operations["getRuleSetVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version with its rules. */
        get: operations["getRuleSetVersionsByVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-set/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a version's rules the draft. It binds nothing until it is published. */
        post: operations["postRuleSetVersionsByVersionRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key's tenant. */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Gives the tenant another name. Its slug never changes. */
        patch: operations["patchTenant"];
        trace?: never;
    };
    "/api/v1/test-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the tenant's own test address, by Amazon SES and back. */
        post: operations["postTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a test mail fares. */
        get: operations["getTestMailById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person now: domains, the draft, the quarantine. */
        get: operations["getToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's limits, and how much of each is used. */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's webhooks with how they stand, newest first; all on one page. */
        get: operations["getWebhooks"];
        put?: never;
        /** Adds a webhook: https, on the public internet. The answer holds the signing secret, this once. */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook with how it stands. */
        get: operations["getWebhooksById"];
        put?: never;
        post?: never;
        /** Deletes a webhook and its log. */
        delete: operations["deleteWebhooksById"];
        options?: never;
        head?: never;
        /** Changes what is given. `enabled: false` cancels what waits; `enabled: true` lets it be redelivered. */
        patch: operations["patchWebhooksById"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of a webhook: each try, planned or made, newest first. Kept for 30 days. */
        get: operations["getWebhooksByIdAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells again all that has not got through and is not tried any more.
         * @description With `count` and `upTo` (the webhook's `undelivered` and `undeliveredUpTo`) exactly what was seen: 409 where it is another set by now.
         */
        post: operations["postWebhooksByIdRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new signing secret, told this once. For 24 hours requests carry a signature by the one of before as well. */
        post: operations["postWebhooksByIdRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test event: see its attempt for the end. */
        post: operations["postWebhooksByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One try with what was sent and what came back. */
        get: operations["getWebhooksAttemptsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/attempts/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells an attempt's event once more, with the same `webhook-id`; a try that waits comes now. */
        post: operations["postWebhooksAttemptsByIdRedeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "domain.failing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A verified domain's records or its identity at Amazon SES are gone. Mail is still taken.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onDomainFailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "domain.lost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A domain is no longer yours: its proof was gone for too long, or another tenant has given a fresh one.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onDomainLost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "domain.recovered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A failing domain is as it should be again.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onDomainRecovered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "domain.verified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A domain was proved: it is yours, and takes mail.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onDomainVerified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.disposition_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rules ran again on a delivery, and it ended otherwise.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onMessageDispositionChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A delivery was taken in and came to its disposition.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody let a delivery out of quarantine.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onMessageReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody asked for a test event. Every endpoint gets it, whatever it is set to.
         * @description Signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Any 2xx within 15 seconds takes the event. Else it is tried again, ten times in three days; 410 switches the webhook off; Retry-After of 429 and 503 is kept to; redirects are not followed. At least once, in no promised order.
         */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ApiKey: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            lastUsedIp: string | null;
            name: string;
            /** @description How the key begins, to tell keys apart. */
            prefix: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            revokedAt: string | null;
            /**
             * @description The most that the key may do.
             * @enum {string}
             */
            role: "viewer" | "member" | "admin";
            /** @description What of its role the key may do; null: all of it, now and later. */
            scopes: string[] | null;
        };
        /** @description A test of one field, or all, any or none of several conditions; nested at most five deep. `{"all": []}` matches every mail. */
        Condition: {
            /** @enum {string} */
            field: "recipient" | "mailbox" | "mailFrom" | "from" | "subject";
            /** @enum {string} */
            op: "equals" | "not_equals" | "starts_with" | "ends_with" | "contains";
            values: string[];
        } | {
            /** @enum {string} */
            field: "header";
            /** @description A header field name, such as List-Id. */
            name: string;
            /** @enum {string} */
            op: "equals" | "not_equals" | "starts_with" | "ends_with" | "contains";
            values: string[];
        } | {
            /** @enum {string} */
            field: "header";
            /** @description A header field name, such as List-Id. */
            name: string;
            /** @enum {string} */
            op: "exists";
        } | {
            /** @enum {string} */
            field: "verdict.spam" | "verdict.virus" | "verdict.spf" | "verdict.dkim" | "verdict.dmarc";
            /** @enum {string} */
            op: "equals" | "not_equals";
            values: ("PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN")[];
        } | {
            all: components["schemas"]["Condition"][];
        } | {
            any: components["schemas"]["Condition"][];
        } | {
            none: components["schemas"]["Condition"][];
        };
        Domain: {
            /** @description Amazon SES had the identity before the claim; removing the domain leaves it there. */
            adopted: boolean;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            checkedAt: string | null;
            /**
             * @description What the owner of the domain above says, where it belongs to another tenant. `asked`: the proof is right, and the claim waits for it.
             * @enum {string|null}
             */
            consent: "asked" | "granted" | "refused" | "withdrawn" | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When an unproved claim ends: 14 days after it was made.
             */
            expiresAt: string | null;
            /** @description The MAIL FROM domain at Amazon SES that was set elsewhere; it is left alone. */
            foreignMailFrom: string | null;
            /**
             * Format: date-time
             * @description Until when mail is still taken for a failing domain.
             */
            graceUntil: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Since when no mail is taken, the grace being over. It comes back by itself.
             */
            lapsedAt: string | null;
            /**
             * Format: date-time
             * @description When another tenant proved the name by a fresh record while this one was gone: the domain is a claim again.
             */
            lostAt: string | null;
            /** @description The custom MAIL FROM domain that was asked for. */
            mailFrom: {
                domain: string;
                /** @enum {string} */
                onMxFailure: "default" | "reject";
                /**
                 * @description `asked`: Amazon SES is still to be told; `gone`: it does not use it; `foreign`: it uses one that was set elsewhere.
                 * @enum {string}
                 */
                state: "asked" | "foreign" | "gone" | "pending" | "verified" | "failed" | "unknown";
            } | null;
            /** @description A-labels, lower case, no final dot. */
            name: string;
            /** @description What there is to know beside the records. */
            notice: string | null;
            /** @description What the DNS must have. */
            records: ({
                /** @description What to do about it. */
                do: string | null;
                /** @description What stands at the name. */
                found?: string[];
                /**
                 * @description How good that is.
                 * @enum {string}
                 */
                mark: "ok" | "bad" | "missing" | "unsure" | "advised";
                /** @description FQDN without a final dot. */
                name: string;
                purpose: string;
                /**
                 * @description What the last check saw; `conflict`: several where only one may stand, so that none counts.
                 * @enum {string}
                 */
                state: "missing" | "found" | "wrong" | "conflict" | "unknown";
                /** @description Seconds for which caches may go on telling it, where it has to go. */
                ttl?: number;
                type: string;
                value: string;
                /** @description Why it is not as it should be. */
                why: string | null;
            } & {
                [key: string]: unknown;
            })[];
            /** @enum {string} */
            status: "pending" | "verified" | "failing";
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            verifiedAt: string | null;
        };
        Message: {
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
            /** @description The address of the From field. */
            from: string;
            fromName: string;
            /** Format: uuid */
            id: string;
            /** @description The envelope reverse-path; empty for the null reverse-path. */
            mailFrom: string;
            matchedRules: string[];
            /** @description The rule or step that decided, in one sentence. */
            reason: string;
            /** @description The same as key and values; null in older messages. */
            reasonCode: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            receivedAt: string;
            /** @description The envelope recipient, lower-cased. */
            recipient: string;
            sesMessageId: string | null;
            /** @description Bytes. */
            size: number;
            subject: string;
            verdicts: {
                /** @enum {string} */
                dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
            };
        };
        MessageDetail: {
            attachments: ({
                contentType: string;
                filename: string | null;
                size: number;
            } & {
                [key: string]: unknown;
            })[];
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
            dmarcPolicy: string | null;
            /** @description Oldest first. */
            events: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                data: {
                    [key: string]: unknown;
                };
                kind: string;
            }[];
            /** @description The address of the From field. */
            from: string;
            fromName: string;
            hasHtml: boolean;
            /** @description The Message-ID field. */
            headerMessageId: string;
            /** @description In order, decoded. */
            headers: {
                name: string;
                value: string;
            }[];
            /** Format: uuid */
            id: string;
            /** @description The envelope reverse-path; empty for the null reverse-path. */
            mailFrom: string;
            matchedRules: string[];
            /** @description Why the mail could not be parsed. */
            parseError: string | null;
            /** @description The rule or step that decided, in one sentence. */
            reason: string;
            /** @description The same as key and values; null in older messages. */
            reasonCode: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            receivedAt: string;
            /** @description The envelope recipient, lower-cased. */
            recipient: string;
            /** @description The rule set version that decided. */
            ruleVersion: number | null;
            sesMessageId: string | null;
            /** @description Bytes. */
            size: number;
            subject: string;
            text: string;
            verdicts: {
                /** @enum {string} */
                dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                /** @enum {string} */
                virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
            };
        };
        Plan: {
            /** @description Whether apply would do something now. */
            applyable: boolean;
            /** @description Receipt rules by what becomes of them. */
            counts: {
                change: number;
                create: number;
                delete: number;
                foreign: number;
                keep: number;
            };
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description Why it waits, failed or went stale. */
            note: string | null;
            /** @description The same as keys and values; null in older plans. */
            notes: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            }[] | null;
            progress: {
                done: number;
                /** @enum {string} */
                phase: "prepare" | "copy" | "change" | "compare" | "switch" | "done";
                total: number;
            } | null;
            reason: string;
            /** @description The same as key and values; null in older plans. */
            reasonCode: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            } | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            settledAt: string | null;
            /** @enum {string} */
            status: "ready" | "waiting" | "applying" | "applied" | "failed" | "stale" | "cancelled";
            steps: ({
                /** @description The API call of SES. */
                call: string;
                sentence: string;
            } & {
                [key: string]: unknown;
            })[];
        };
        Problem: {
            /** @description The same for the same kind of problem, for programs to switch on. */
            code: string;
            /** @description What is wrong, and what to do. */
            detail: string;
            /** @description Each field that is wrong: its path (rules.0.name) and what to do. */
            errors?: {
                /** @description Which thing is wrong with it, where there are several. */
                code?: string;
                message: string;
                path: string;
            }[];
            /** @description Stands in the log of the server beside the cause. */
            reference?: string;
            status: number;
            title: string;
            /** @enum {string} */
            type: "about:blank";
        };
        Rule: {
            actions: ({
                /** @enum {string} */
                type: "keep";
            } | {
                /** @enum {string} */
                type: "quarantine";
            } | {
                /** @enum {string} */
                type: "drop";
            } | {
                /** @enum {string} */
                type: "stop";
            })[];
            /** @default true */
            enabled: boolean;
            name: string;
            unless?: components["schemas"]["Condition"];
            when?: components["schemas"]["Condition"];
        };
        TraceStep: {
            /** @description The condition and the value it saw. */
            because: string;
            kind: string;
            matched: boolean;
            ms: number;
            name: string;
            /** @description What ran and how it ended; empty where nothing ran. */
            outcome: string;
            /** @description `outcome` as keys and values. */
            outcomes?: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            }[];
            /** @description How many rules were not reached. */
            rules?: number;
            /** @description `because` as keys and values. */
            why?: {
                key: string;
                params: {
                    [key: string]: string | number | string[];
                };
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All is fine. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Something is not. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getApiKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description The end of the key, in the future. Left out: none.
                     */
                    expiresAt?: string;
                    name: string;
                    /**
                     * @description The most that the key may do. Left out: the weakest role that has all of the scopes.
                     * @enum {string}
                     */
                    role?: "viewer" | "member" | "admin";
                    /** @description What of its role the key may do. Left out: all of it, now and later. */
                    scopes?: ("tenant.read" | "tenant.write" | "tenant.export" | "tenant.delete" | "message.read" | "message.replay" | "message.release" | "domain.read" | "domain.write" | "rules.read" | "rules.write" | "rules.publish" | "rules.simulate" | "apiKey.read" | "apiKey.write" | "webhook.read" | "webhook.write" | "member.read" | "member.write" | "owner.write" | "audit.read")[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description The key itself: shown in this answer and never again. */
                        key: string;
                        /**
                         * Format: date-time
                         * @description To the minute.
                         */
                        lastUsedAt: string | null;
                        lastUsedIp: string | null;
                        name: string;
                        /** @description How the key begins, to tell keys apart. */
                        prefix: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        revokedAt: string | null;
                        /**
                         * @description The most that the key may do.
                         * @enum {string}
                         */
                        role: "viewer" | "member" | "admin";
                        /** @description What of its role the key may do; null: all of it, now and later. */
                        scopes: string[] | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchApiKeysById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                /** @description Who did it: the address of a user, or the id of a user, a key or a job. */
                actor?: string;
                cursor?: string;
                /** @description What kind of actor did it. */
                kind?: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                limit?: number;
                /** @description At or after. */
                since?: string;
                /** @description The id of the thing that it was done to. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description What was done, such as `domain.claim`; or its noun alone, such as `domain`. */
                verb?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            actor: {
                                /** @description Of a user. */
                                address: string | null;
                                id: string | null;
                                /** @enum {string} */
                                kind: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                                /** @description Null for jobs, and where the user or the key is no longer there. */
                                name: string | null;
                            };
                            after?: unknown;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description What the change was made from; null where there was nothing. */
                            before?: unknown;
                            /** Format: uuid */
                            id: string;
                            ip: string | null;
                            target: {
                                id: string | null;
                                kind: string;
                                name: string | null;
                            };
                            /** @description `<noun>.<verb>`, such as `domain.claim`. */
                            verb: string;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                /** @description Who did it: the address of a user, or the id of a user, a key or a job. */
                actor?: string;
                format?: "csv" | "jsonl";
                /** @description What kind of actor did it. */
                kind?: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                /** @description At or after. */
                since?: string;
                /** @description The id of the thing that it was done to. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description What was done, such as `domain.claim`; or its noun alone, such as `domain`. */
                verb?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDomains: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Domain"][];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDomains: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDomainsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDomainsById: {
        parameters: {
            query?: {
                /** @description Also one that Amazon SES had before the claim. */
                deleteIdentity?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDomainsByIdCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDomainsByIdConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            answeredAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @description The name below this domain, which another tenant has proved. */
                            name: string;
                            /** @description The record in your DNS that proves it: whoever put it there asks. */
                            record: {
                                name: string;
                                /** @enum {string} */
                                type: "TXT";
                                value: string;
                            };
                            /** @enum {string} */
                            state: "asked" | "granted" | "refused" | "withdrawn";
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDomainsByIdConsentsByConsentIdGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                consentId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        answeredAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @description The name below this domain, which another tenant has proved. */
                        name: string;
                        /** @description The record in your DNS that proves it: whoever put it there asks. */
                        record: {
                            name: string;
                            /** @enum {string} */
                            type: "TXT";
                            value: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "granted" | "refused" | "withdrawn";
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDomainsByIdConsentsByConsentIdRefuse: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                consentId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        answeredAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @description The name below this domain, which another tenant has proved. */
                        name: string;
                        /** @description The record in your DNS that proves it: whoever put it there asks. */
                        record: {
                            name: string;
                            /** @enum {string} */
                            type: "TXT";
                            value: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "granted" | "refused" | "withdrawn";
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDomainsByIdConsentsByConsentIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                consentId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        answeredAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @description The name below this domain, which another tenant has proved. */
                        name: string;
                        /** @description The record in your DNS that proves it: whoever put it there asks. */
                        record: {
                            name: string;
                            /** @enum {string} */
                            type: "TXT";
                            value: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "granted" | "refused" | "withdrawn";
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDomainsByIdMailFrom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domain: string;
                    /**
                     * @description While its MX record is missing: `default` sends with a MAIL FROM of amazonses.com, `reject` sends nothing.
                     * @default default
                     * @enum {string}
                     */
                    onMxFailure?: "default" | "reject";
                    /** @description The MAIL FROM domain that somebody else set at Amazon SES, where it may be replaced: never done unasked. */
                    replace?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDomainsByIdMailFrom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDomainsByIdZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/dns": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            askedAt: string;
                            /** @description Of the file, once it is ready. */
                            bytes: number | null;
                            /** @description Messages that are in the file so far. */
                            done: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            expiresAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @description Asking again is of no use until the problem is mended. */
                            permanent: boolean;
                            /** @description Why the last try failed. */
                            problem: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            settledAt: string | null;
                            /**
                             * @description `ready`: its file can be fetched until `expiresAt`.
                             * @enum {string}
                             */
                            state: "queued" | "running" | "ready" | "failed" | "expired";
                            /** @description Messages that there were when it was begun. */
                            total: number | null;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postExports: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /** @description Of the file, once it is ready. */
                        bytes: number | null;
                        /** @description Messages that are in the file so far. */
                        done: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description Asking again is of no use until the problem is mended. */
                        permanent: boolean;
                        /** @description Why the last try failed. */
                        problem: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        settledAt: string | null;
                        /**
                         * @description `ready`: its file can be fetched until `expiresAt`.
                         * @enum {string}
                         */
                        state: "queued" | "running" | "ready" | "failed" | "expired";
                        /** @description Messages that there were when it was begun. */
                        total: number | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /** @description Of the file, once it is ready. */
                        bytes: number | null;
                        /** @description Messages that are in the file so far. */
                        done: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description Asking again is of no use until the problem is mended. */
                        permanent: boolean;
                        /** @description Why the last try failed. */
                        problem: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        settledAt: string | null;
                        /**
                         * @description `ready`: its file can be fetched until `expiresAt`.
                         * @enum {string}
                         */
                        state: "queued" | "running" | "ready" | "failed" | "expired";
                        /** @description Messages that there were when it was begun. */
                        total: number | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportsByIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            email: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            joinedAt: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "viewer";
                            /**
                             * Format: date-time
                             * @description When the member last opened a page of this tenant, to five minutes.
                             */
                            seenAt: string | null;
                            /** Format: uuid */
                            userId: string;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description API keys that the member made and that still work. */
                        keys: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchMembersByUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        joinedAt: string;
                        name: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                        /**
                         * Format: date-time
                         * @description When the member last opened a page of this tenant, to five minutes.
                         */
                        seenAt: string | null;
                        /** Format: uuid */
                        userId: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMembersInvitations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            email: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: uuid
                             * @description The user who asked for it; null where an API key did.
                             */
                            invitedBy: string | null;
                            /** @description The name of that user. */
                            inviter: string | null;
                            /** @enum {string} */
                            role: "owner" | "admin" | "member" | "viewer";
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            sentAt: string;
                            /** @enum {string} */
                            state: "pending" | "expired" | "declined";
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMembersInvitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /**
                     * @description The language of the mail, where the address has no account that tells its own.
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "ja";
                    /** @enum {string} */
                    role: "owner" | "admin" | "member" | "viewer";
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        email: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: uuid
                         * @description The user who asked for it; null where an API key did.
                         */
                        invitedBy: string | null;
                        /** @description The name of that user. */
                        inviter: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "member" | "viewer";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        sentAt: string;
                        /** @enum {string} */
                        state: "pending" | "expired" | "declined";
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMembersInvitationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                cursor?: string;
                direction?: "in" | "out";
                disposition?: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                dkim?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                dmarc?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                from?: string;
                limit?: number;
                q?: string;
                recipient?: string;
                since?: string;
                spam?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                spf?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                until?: string;
                virus?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Message"][];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesByIdFilesByPart: {
        parameters: {
            query?: {
                /** @description Gives a file of a mail in which SES found a virus, which is else refused. */
                infected?: "yes";
            };
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesByIdHtml: {
        parameters: {
            query?: {
                /** @description Pictures over https stay in it. */
                remote?: "once";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesByIdRaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMessagesByIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMessagesByIdReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                        /** @description The number that the new trace will have. */
                        run: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesByIdTrace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        at: string | null;
                        /** @description 1 at receipt, one more for each replay; 0 where nothing has run. */
                        run: number;
                        steps: components["schemas"]["TraceStep"][];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesExport: {
        parameters: {
            query?: {
                direction?: "in" | "out";
                disposition?: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                dkim?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                dmarc?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                from?: string;
                q?: string;
                recipient?: string;
                since?: string;
                spam?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                spf?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                until?: string;
                virus?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMessagesRelease: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: string[];
                        failed: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            why: "notFound" | "notQuarantined" | "virus";
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMessagesReleaseUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stay in quarantine. */
                        kept: string[];
                        /** @description Were done already, or never asked. */
                        late: string[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMessagesReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: string[];
                        failed: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            why: "notFound" | "waits";
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesVolume: {
        parameters: {
            query?: {
                direction?: "in" | "out";
                disposition?: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                dkim?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                dmarc?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                from?: string;
                q?: string;
                recipient?: string;
                since?: string;
                spam?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                spf?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                until?: string;
                virus?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null for a search in the text, and where nothing lies in the time. */
                        volume: {
                            /** @description Starts of the hours or days, oldest first, without gaps. */
                            buckets: string[];
                            /** @description Only the newest so many were counted. */
                            newestOnly?: number;
                            series: {
                                counts: number[];
                                disposition: string;
                            }[];
                            /** @enum {string} */
                            unit: "hour" | "day";
                        } | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorAudit: {
        parameters: {
            query?: {
                /** @description Who did it: the address of a user, or the id of a user, a key or a job. */
                actor?: string;
                cursor?: string;
                /** @description What kind of actor did it. */
                kind?: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                limit?: number;
                /** @description At or after. */
                since?: string;
                /** @description The id of the thing that it was done to. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description What was done, such as `domain.claim`; or its noun alone, such as `domain`. */
                verb?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            actor: {
                                /** @description Of a user. */
                                address: string | null;
                                id: string | null;
                                /** @enum {string} */
                                kind: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                                /** @description Null for jobs, and where the user or the key is no longer there. */
                                name: string | null;
                            };
                            after?: unknown;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description What the change was made from; null where there was nothing. */
                            before?: unknown;
                            /** Format: uuid */
                            id: string;
                            ip: string | null;
                            target: {
                                id: string | null;
                                kind: string;
                                name: string | null;
                            };
                            /** @description `<noun>.<verb>`, such as `domain.claim`. */
                            verb: string;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorAuditExport: {
        parameters: {
            query?: {
                /** @description Who did it: the address of a user, or the id of a user, a key or a job. */
                actor?: string;
                format?: "csv" | "jsonl";
                /** @description What kind of actor did it. */
                kind?: "user" | "apiKey" | "operator" | "job" | "webhook" | "correspondent";
                /** @description At or after. */
                since?: string;
                /** @description The id of the thing that it was done to. */
                target?: string;
                /** @description Before. */
                until?: string;
                /** @description What was done, such as `domain.claim`; or its noun alone, such as `domain`. */
                verb?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Ids of what the job was about. */
                            data: {
                                [key: string]: unknown;
                            };
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            failedAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @description Where it came from and goes back to. */
                            queue: string;
                            /** @description Why it failed the last time. */
                            reason: string;
                            retries: number;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorDeadLettersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Tries that failed, the last one first, at most six. */
                        attempts: {
                            /** @description Empty where it is not known. */
                            at: string;
                            message: string;
                        }[];
                        /** @description Ids of what the job was about. */
                        data: {
                            [key: string]: unknown;
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        failedAt: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When the job that failed was made.
                         */
                        madeAt: string | null;
                        /** @description Where it came from and goes back to. */
                        queue: string;
                        /** @description Why it failed the last time. */
                        reason: string;
                        retries: number;
                        /** @description When operators sent the same work back before, the newest first, at most five. */
                        sentBack: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOperatorDeadLettersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorDeadLettersByIdRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queue: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorDeadLettersRetry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retried: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorDrift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            rule: string | null;
                            sentence: string;
                        }[];
                        drifted: boolean;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastNotification: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastSweep: string | null;
                        nextMonth: {
                            month: string;
                            /** @description Its partitions are made. */
                            there: boolean;
                        };
                        queues: {
                            failed: number;
                            name: string;
                            /**
                             * Format: date-time
                             * @description Since when the oldest job that is due waits.
                             */
                            oldest: string | null;
                            running: number;
                            waiting: number;
                        }[];
                        topics: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            confirmedAt: string | null;
                            purpose: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        workerSeen: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: {
                            /** @description Eight digits of a hash: it tells nothing of the key. */
                            id: string;
                            /**
                             * Format: date-time
                             * @description Null until a worker has started with it.
                             */
                            since: string | null;
                        };
                        kinds: {
                            current: number;
                            /** @enum {string} */
                            kind: "totp" | "webhookSecret" | "productMail" | "idempotency";
                            /** @description By the keys in `old`. */
                            old: number[];
                            /** @description Under a key that is in neither variable. */
                            unknown: number;
                        }[];
                        /** @description Log-ins from before the current key that still hold; they end with the old key. */
                        logIns: number;
                        old: {
                            /** @description Eight digits of a hash: it tells nothing of the key. */
                            id: string;
                            /** @description Nothing is sealed by it any more: it can be taken out of POSTROOM_KEY_OLD. */
                            removable: boolean;
                            rows: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            since: string | null;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorKeysReseal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorLostMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orphans: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            foundAt: string;
                            key: string;
                            size: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            storedAt: string;
                        }[];
                        unrouted: {
                            reason: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            receivedAt: string;
                            recipient: string;
                            sesMessageId: string;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorPlans: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Plan"][];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorPlans: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorPlansById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorPlansByIdApply: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorPlansByIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorPlansByIdWhole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether apply would do something now. */
                        applyable: boolean;
                        /** @description The rule sets that it was made from, by fingerprint. */
                        basis: {
                            active: {
                                hash: string;
                                name: string | null;
                            };
                            source: {
                                hash: string;
                                name: string | null;
                            };
                        };
                        /** @description Receipt rules by what becomes of them. */
                        counts: {
                            change: number;
                            create: number;
                            delete: number;
                            foreign: number;
                            keep: number;
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @description Why it waits, failed or went stale. */
                        note: string | null;
                        /** @description The same as keys and values; null in older plans. */
                        notes: {
                            key: string;
                            params: {
                                [key: string]: string | number | string[];
                            };
                        }[] | null;
                        progress: {
                            done: number;
                            /** @enum {string} */
                            phase: "prepare" | "copy" | "change" | "compare" | "switch" | "done";
                            total: number;
                        } | null;
                        reason: string;
                        /** @description The same as key and values; null in older plans. */
                        reasonCode: {
                            key: string;
                            params: {
                                [key: string]: string | number | string[];
                            };
                        } | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        settledAt: string | null;
                        /** @enum {string} */
                        status: "ready" | "waiting" | "applying" | "applied" | "failed" | "stale" | "cancelled";
                        steps: ({
                            /** @description The API call of SES. */
                            call: string;
                            sentence: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description The rule set that SES shall have. */
                        target: {
                            rules: ({
                                name: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            /** @description Whom the people of a tenant can ask, as they are shown it. */
                            text: string;
                        };
                        deletion: {
                            /** @description Days between the word that a tenant shall go and its end. */
                            graceDays: number;
                        };
                        /** @description What the environment of the processes fixes; it is not changed here. */
                        environment: {
                            /** @enum {string} */
                            aws: "live" | "local";
                            dnsServers: string[];
                            domain: string;
                            logInProviders: string[];
                            metricsToken: boolean;
                            region: string;
                            sendingRegion: string;
                            url: string;
                            webhookAllow: string[];
                        };
                        limitDefaults: {
                            newcomer: {
                                /** @description Null: no limit. */
                                apiPerSecond: number | null;
                                /** @description Null: no limit. */
                                domains: number | null;
                                /** @description Null: no limit. */
                                members: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay: number | null;
                                /** @description Null: no limit. */
                                storageBytes: number | null;
                            };
                            newcomerDays: number;
                            usual: {
                                /** @description Null: no limit. */
                                apiPerSecond: number | null;
                                /** @description Null: no limit. */
                                domains: number | null;
                                /** @description Null: no limit. */
                                members: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay: number | null;
                                /** @description Null: no limit. */
                                storageBytes: number | null;
                            };
                        };
                        /** @description What is set. A tenant's own limits go before these, and these before the defaults. */
                        limits: {
                            newcomer: {
                                /** @description Null: no limit. */
                                apiPerSecond?: number | null;
                                /** @description Null: no limit. */
                                domains?: number | null;
                                /** @description Null: no limit. */
                                members?: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay?: number | null;
                                /** @description Null: no limit. */
                                storageBytes?: number | null;
                            };
                            newcomerDays: number;
                            usual: {
                                /** @description Null: no limit. */
                                apiPerSecond?: number | null;
                                /** @description Null: no limit. */
                                domains?: number | null;
                                /** @description Null: no limit. */
                                members?: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay?: number | null;
                                /** @description Null: no limit. */
                                storageBytes?: number | null;
                            };
                        };
                        registration: {
                            /** @description Empty: any domain. */
                            allowedDomains: string[];
                            /** @description False: by invitation alone. */
                            open: boolean;
                        };
                        /** @description The ETag: one more with each change. */
                        revision: number;
                        /** @description From whom the product's own mail comes. */
                        sender: {
                            localPart: string;
                            name: string;
                            replyTo: string | null;
                        };
                        versions: {
                            contact: number;
                            deletion: number;
                            limits: number;
                            registration: number;
                            sender: number;
                        };
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOperatorSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the settings were read with: another change meanwhile gives 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact?: {
                        /** @default  */
                        text?: string;
                    };
                    deletion?: {
                        /** @default 14 */
                        graceDays?: number;
                    };
                    limits?: {
                        /** @default {} */
                        newcomer?: {
                            /** @description Null: no limit. */
                            apiPerSecond?: number | null;
                            /** @description Null: no limit. */
                            domains?: number | null;
                            /** @description Null: no limit. */
                            members?: number | null;
                            /** @description Null: no limit. */
                            messagesPerDay?: number | null;
                            /** @description Null: no limit. */
                            storageBytes?: number | null;
                        };
                        /**
                         * @description 0: nobody is a newcomer.
                         * @default 7
                         */
                        newcomerDays?: number;
                        /** @default {} */
                        usual?: {
                            /** @description Null: no limit. */
                            apiPerSecond?: number | null;
                            /** @description Null: no limit. */
                            domains?: number | null;
                            /** @description Null: no limit. */
                            members?: number | null;
                            /** @description Null: no limit. */
                            messagesPerDay?: number | null;
                            /** @description Null: no limit. */
                            storageBytes?: number | null;
                        };
                    };
                    registration?: {
                        /** @default [] */
                        allowedDomains?: string[];
                        /** @default true */
                        open?: boolean;
                    };
                    sender?: {
                        /** @default postroom */
                        localPart?: string;
                        /** @default Postroom */
                        name?: string;
                        /** @default null */
                        replyTo?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            /** @description Whom the people of a tenant can ask, as they are shown it. */
                            text: string;
                        };
                        deletion: {
                            /** @description Days between the word that a tenant shall go and its end. */
                            graceDays: number;
                        };
                        /** @description What the environment of the processes fixes; it is not changed here. */
                        environment: {
                            /** @enum {string} */
                            aws: "live" | "local";
                            dnsServers: string[];
                            domain: string;
                            logInProviders: string[];
                            metricsToken: boolean;
                            region: string;
                            sendingRegion: string;
                            url: string;
                            webhookAllow: string[];
                        };
                        limitDefaults: {
                            newcomer: {
                                /** @description Null: no limit. */
                                apiPerSecond: number | null;
                                /** @description Null: no limit. */
                                domains: number | null;
                                /** @description Null: no limit. */
                                members: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay: number | null;
                                /** @description Null: no limit. */
                                storageBytes: number | null;
                            };
                            newcomerDays: number;
                            usual: {
                                /** @description Null: no limit. */
                                apiPerSecond: number | null;
                                /** @description Null: no limit. */
                                domains: number | null;
                                /** @description Null: no limit. */
                                members: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay: number | null;
                                /** @description Null: no limit. */
                                storageBytes: number | null;
                            };
                        };
                        /** @description What is set. A tenant's own limits go before these, and these before the defaults. */
                        limits: {
                            newcomer: {
                                /** @description Null: no limit. */
                                apiPerSecond?: number | null;
                                /** @description Null: no limit. */
                                domains?: number | null;
                                /** @description Null: no limit. */
                                members?: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay?: number | null;
                                /** @description Null: no limit. */
                                storageBytes?: number | null;
                            };
                            newcomerDays: number;
                            usual: {
                                /** @description Null: no limit. */
                                apiPerSecond?: number | null;
                                /** @description Null: no limit. */
                                domains?: number | null;
                                /** @description Null: no limit. */
                                members?: number | null;
                                /** @description Null: no limit. */
                                messagesPerDay?: number | null;
                                /** @description Null: no limit. */
                                storageBytes?: number | null;
                            };
                        };
                        registration: {
                            /** @description Empty: any domain. */
                            allowedDomains: string[];
                            /** @description False: by invitation alone. */
                            open: boolean;
                        };
                        /** @description The ETag: one more with each change. */
                        revision: number;
                        /** @description From whom the product's own mail comes. */
                        sender: {
                            localPart: string;
                            name: string;
                            replyTo: string | null;
                        };
                        versions: {
                            contact: number;
                            deletion: number;
                            limits: number;
                            registration: number;
                            sender: number;
                        };
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorSync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lastApplied: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** Format: uuid */
                            id: string;
                        } | null;
                        /** @description null: nobody has looked yet. */
                        look: {
                            activeSet: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description Calls that it would take to make it as planned; 0: it is. */
                            calls: number;
                            error: string | null;
                            /**
                             * Format: date-time
                             * @description A look that failed after it.
                             */
                            failedAt: string | null;
                            ours: number;
                            /** @description This installation made the active set. */
                            oursActive: boolean;
                            rules: number;
                            sets: {
                                active: boolean;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                at: string;
                                name: string;
                                /** Format: uuid */
                                planId: string | null;
                            }[];
                        } | null;
                        open: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            status: "applying" | "waiting" | "ready";
                        } | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorTenants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                state?: "active" | "suspended" | "deleting" | "failing";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            deletionAskedAt: string | null;
                            /**
                             * Format: date-time
                             * @description When it is erased; until then the deletion can be taken back.
                             */
                            deletionDueAt: string | null;
                            domains: number;
                            /** @description Of the domains. */
                            failing: number;
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            lastMail: string | null;
                            members: number;
                            /** @description Mails of the last 30 days. */
                            month: number;
                            name: string;
                            slug: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            suspendedAt: string | null;
                            /** @description As the tenant reads it. */
                            suspendReason: string | null;
                            /** @description Mails of the day, in UTC. */
                            today: number;
                            /** @description Mails of all time. */
                            total: number;
                            /** @description Of the domains. */
                            verified: number;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorTenantsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What operators did to it, the newest first. */
                        acts: {
                            after?: unknown;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            before?: unknown;
                            /** @description Null for an API key. */
                            by: string | null;
                            verb: string;
                        }[];
                        /** @description Those not revoked. */
                        apiKeys: number;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        deletionAskedAt: string | null;
                        /** @description owner or operator */
                        deletionAskedBy: string | null;
                        /**
                         * Format: date-time
                         * @description When it is erased; until then the deletion can be taken back.
                         */
                        deletionDueAt: string | null;
                        domains: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            checkedAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            failingAt: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            verifiedAt: string | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        lastMail: string | null;
                        mail: {
                            held: number;
                            month: number;
                            today: number;
                            total: number;
                        };
                        members: {
                            email: string;
                            name: string;
                            role: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            since: string;
                            /** Format: uuid */
                            userId: string;
                        }[];
                        name: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        rulesPublishedAt: string | null;
                        slug: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        suspendedAt: string | null;
                        /** @description As the tenant reads it. */
                        suspendReason: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorTenantsByIdDelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The tenant's slug. */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        askedAt: string;
                        /**
                         * Format: date-time
                         * @description When it is erased; until then it can be taken back.
                         */
                        dueAt: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperatorTenantsByIdLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When messages are counted from 0 again.
                         */
                        dayEndsAt: string;
                        /** @description What holds for it where nothing is set. */
                        given: {
                            apiPerSecond?: number | null;
                            domains?: number | null;
                            members?: number | null;
                            messagesPerDay?: number | null;
                            storageBytes?: number | null;
                        };
                        /** @description Messages that wait for room, each with disposition `held`. They are processed by themselves, in the order they came: the next day, when the limit is raised, or when there is room. */
                        held: {
                            bytes: number;
                            messages: number;
                            /**
                             * @description The limit that the first of them met.
                             * @enum {string|null}
                             */
                            waitsFor: "messagesPerDay" | "storageBytes" | null;
                        };
                        limits: {
                            /** @description Null: no limit. */
                            limit: number | null;
                            /** @enum {string} */
                            name: "messagesPerDay" | "storageBytes" | "domains" | "members" | "apiPerSecond";
                            /**
                             * @description `near` from 80 % on. At `reached` nothing more can be added; mail is taken all the same, and waits.
                             * @enum {string}
                             */
                            state: "fine" | "near" | "reached";
                            /** @description Null where it is not kept: requests a second. Messages are those processed today (UTC); storage includes what waits. */
                            used: number | null;
                        }[];
                        /**
                         * Format: date-time
                         * @description Until when the lower limits of a new tenant hold.
                         */
                        newUntil: string | null;
                        /** @description What an operator set for this tenant. Null: no limit. */
                        own: {
                            apiPerSecond?: number | null;
                            domains?: number | null;
                            members?: number | null;
                            messagesPerDay?: number | null;
                            storageBytes?: number | null;
                        };
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOperatorTenantsByIdLimits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    limits?: {
                        /** @description Null: no limit. */
                        apiPerSecond?: number | null;
                        /** @description Null: no limit. */
                        domains?: number | null;
                        /** @description Null: no limit. */
                        members?: number | null;
                        /** @description Null: no limit. */
                        messagesPerDay?: number | null;
                        /** @description Null: no limit. */
                        storageBytes?: number | null;
                    };
                    /**
                     * @description False: the lower limits of a new tenant hold no longer.
                     * @enum {boolean}
                     */
                    newcomer?: false;
                    /**
                     * @description Limits that go back to those of all tenants.
                     * @default []
                     */
                    usual?: ("messagesPerDay" | "storageBytes" | "domains" | "members" | "apiPerSecond")[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When messages are counted from 0 again.
                         */
                        dayEndsAt: string;
                        /** @description Messages that wait for room, each with disposition `held`. They are processed by themselves, in the order they came: the next day, when the limit is raised, or when there is room. */
                        held: {
                            bytes: number;
                            messages: number;
                            /**
                             * @description The limit that the first of them met.
                             * @enum {string|null}
                             */
                            waitsFor: "messagesPerDay" | "storageBytes" | null;
                        };
                        limits: {
                            /** @description Null: no limit. */
                            limit: number | null;
                            /** @enum {string} */
                            name: "messagesPerDay" | "storageBytes" | "domains" | "members" | "apiPerSecond";
                            /**
                             * @description `near` from 80 % on. At `reached` nothing more can be added; mail is taken all the same, and waits.
                             * @enum {string}
                             */
                            state: "fine" | "near" | "reached";
                            /** @description Null where it is not kept: requests a second. Messages are those processed today (UTC); storage includes what waits. */
                            used: number | null;
                        }[];
                        /**
                         * Format: date-time
                         * @description Until when the lower limits of a new tenant hold.
                         */
                        newUntil: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorTenantsByIdResume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorTenantsByIdSuspend: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The tenant reads it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postOperatorTenantsByIdUndelete: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: number;
                        /** @description From live to draft; places count from 1. */
                        diff: {
                            /** @enum {string} */
                            change: "added" | "removed" | "changed" | "moved" | "same";
                            from: number | null;
                            name: string;
                            to: number | null;
                        }[];
                        draft: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string | null;
                            /** @description A member's name, or an API key's; null where it is gone. */
                            by: string | null;
                            /** @description Grows with each save; the ETag. */
                            revision: number;
                            rules: components["schemas"]["Rule"][];
                        };
                        live: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description A member's name, or an API key's; null where it is gone. */
                            by: string | null;
                            rules: components["schemas"]["Rule"][];
                            version: number;
                        } | null;
                        /** @description What the author of the draft may not have meant. */
                        notes: {
                            key: string;
                            note: string;
                            rule: string;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSetDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Grows with each save; the ETag. */
                        revision: number;
                        rules: components["schemas"]["Rule"][];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRuleSetDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the draft was read with: another save meanwhile gives 412. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: components["schemas"]["Rule"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Grows with each save; the ETag. */
                        revision: number;
                        rules: components["schemas"]["Rule"][];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since you read it. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRuleSetDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Grows with each save; the ETag. */
                        revision: number;
                        rules: components["schemas"]["Rule"][];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSetHits: {
        parameters: {
            query?: {
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The time had more. */
                        capped: boolean;
                        /** @description Messages that were counted. */
                        of: number;
                        /** @description Rules without hits are missing. */
                        rules: {
                            hits: number;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRuleSetPublish: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The sync plan that was made; null where SES need not change.
                         */
                        planId: string | null;
                        version: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRuleSetSimulate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    messageId: string;
                    rules?: components["schemas"]["Rule"][];
                    /**
                     * @default draft
                     * @enum {string}
                     */
                    use?: "draft" | "published";
                } | {
                    /**
                     * @default null
                     * @enum {string|null}
                     */
                    dmarcPolicy?: "none" | "quarantine" | "reject" | null;
                    /** @default  */
                    mailFrom?: string;
                    raw: string;
                    recipient: string;
                    rules?: components["schemas"]["Rule"][];
                    /**
                     * @default draft
                     * @enum {string}
                     */
                    use?: "draft" | "published";
                    /** @default {} */
                    verdicts?: {
                        /** @enum {string} */
                        dkim?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                        /** @enum {string} */
                        dmarc?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                        /** @enum {string} */
                        spam?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                        /** @enum {string} */
                        spf?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                        /** @enum {string} */
                        virus?: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        matchedRules: string[];
                        reason: string;
                        trace: components["schemas"]["TraceStep"][];
                        /** @description Whose rules ran: the draft (or those given), a version, or none. */
                        version: number | "draft" | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs refused it. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A part that this call needs does not answer: try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSetVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            at: string;
                            /** @description A member's name, or an API key's; null where it is gone. */
                            by: string | null;
                            /** @description How many. */
                            rules: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRuleSetVersionsByVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        at: string;
                        /** @description A member's name, or an API key's; null where it is gone. */
                        by: string | null;
                        rules: components["schemas"]["Rule"][];
                        version: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRuleSetVersionsByVersionRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Grows with each save; the ETag. */
                        revision: number;
                        rules: components["schemas"]["Rule"][];
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description The mail domain that the tenant has without DNS. */
                        domain: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        slug: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description The mail domain that the tenant has without DNS. */
                        domain: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        slug: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTestMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "ja";
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTestMailById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The message in the log.
                         */
                        deliveryId?: string;
                        error?: string;
                        /** @enum {string} */
                        state: "under way" | "failed" | "arrived";
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getToday: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domains: {
                            failing: number;
                            total: number;
                            verified: number;
                        };
                        hasMail: boolean;
                        members: number;
                        /** @description The version of the rule set that binds. */
                        publishedVersion: number | null;
                        /** @description Counted up to 1,001. */
                        quarantined: number;
                        /** @description The draft differs from it. */
                        unpublished: boolean;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When messages are counted from 0 again.
                         */
                        dayEndsAt: string;
                        /** @description Messages that wait for room, each with disposition `held`. They are processed by themselves, in the order they came: the next day, when the limit is raised, or when there is room. */
                        held: {
                            bytes: number;
                            messages: number;
                            /**
                             * @description The limit that the first of them met.
                             * @enum {string|null}
                             */
                            waitsFor: "messagesPerDay" | "storageBytes" | null;
                        };
                        limits: {
                            /** @description Null: no limit. */
                            limit: number | null;
                            /** @enum {string} */
                            name: "messagesPerDay" | "storageBytes" | "domains" | "members" | "apiPerSecond";
                            /**
                             * @description `near` from 80 % on. At `reached` nothing more can be added; mail is taken all the same, and waits.
                             * @enum {string}
                             */
                            state: "fine" | "near" | "reached";
                            /** @description Null where it is not kept: requests a second. Messages are those processed today (UTC); storage includes what waits. */
                            used: number | null;
                        }[];
                        /**
                         * Format: date-time
                         * @description Until when the lower limits of a new tenant hold.
                         */
                        newUntil: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            createdAt: string;
                            description: string;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            disabledAt: string | null;
                            /**
                             * @description `gone`: the receiver answered 410; `failing`: nothing got through for three days.
                             * @enum {string|null}
                             */
                            disabledWhy: "person" | "gone" | "failing" | null;
                            enabled: boolean;
                            eventTypes: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test")[];
                            /**
                             * Format: date-time
                             * @description Nothing has got through since.
                             */
                            failingSince: string | null;
                            /** @description The tries of the last 24 hours, oldest first. */
                            hours: {
                                failed: number;
                                /**
                                 * Format: date-time
                                 * @description ISO 8601, UTC
                                 */
                                hour: string;
                                succeeded: number;
                            }[];
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: date-time
                             * @description When the next planned try comes.
                             */
                            nextTryAt: string | null;
                            /**
                             * Format: date-time
                             * @description Until then requests carry a signature by the secret of before as well.
                             */
                            previousSecretUntil: string | null;
                            /** @description Events that have not got through and are not tried any more. */
                            undelivered: number;
                            /**
                             * Format: uuid
                             * @description The newest attempt among them, for /redeliver.
                             */
                            undeliveredUpTo: string | null;
                            url: string;
                            /** @description Tries that are planned or under way. */
                            waiting: number;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    description?: string;
                    eventTypes: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost")[];
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        disabledAt: string | null;
                        /**
                         * @description `gone`: the receiver answered 410; `failing`: nothing got through for three days.
                         * @enum {string|null}
                         */
                        disabledWhy: "person" | "gone" | "failing" | null;
                        enabled: boolean;
                        eventTypes: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test")[];
                        /**
                         * Format: date-time
                         * @description Nothing has got through since.
                         */
                        failingSince: string | null;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description Until then requests carry a signature by the secret of before as well.
                         */
                        previousSecretUntil: string | null;
                        /** @description `whsec_…`, told here and never again. Check requests with it by a library of https://www.standardwebhooks.com. */
                        secret: string;
                        url: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        disabledAt: string | null;
                        /**
                         * @description `gone`: the receiver answered 410; `failing`: nothing got through for three days.
                         * @enum {string|null}
                         */
                        disabledWhy: "person" | "gone" | "failing" | null;
                        enabled: boolean;
                        eventTypes: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test")[];
                        /**
                         * Format: date-time
                         * @description Nothing has got through since.
                         */
                        failingSince: string | null;
                        /** @description The tries of the last 24 hours, oldest first. */
                        hours: {
                            failed: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            hour: string;
                            succeeded: number;
                        }[];
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When the next planned try comes.
                         */
                        nextTryAt: string | null;
                        /**
                         * Format: date-time
                         * @description Until then requests carry a signature by the secret of before as well.
                         */
                        previousSecretUntil: string | null;
                        /** @description Events that have not got through and are not tried any more. */
                        undelivered: number;
                        /**
                         * Format: uuid
                         * @description The newest attempt among them, for /redeliver.
                         */
                        undeliveredUpTo: string | null;
                        url: string;
                        /** @description Tries that are planned or under way. */
                        waiting: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhooksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchWebhooksById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    enabled?: boolean;
                    eventTypes?: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost")[];
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        createdAt: string;
                        description: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        disabledAt: string | null;
                        /**
                         * @description `gone`: the receiver answered 410; `failing`: nothing got through for three days.
                         * @enum {string|null}
                         */
                        disabledWhy: "person" | "gone" | "failing" | null;
                        enabled: boolean;
                        eventTypes: ("message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test")[];
                        /**
                         * Format: date-time
                         * @description Nothing has got through since.
                         */
                        failingSince: string | null;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description Until then requests carry a signature by the secret of before as well.
                         */
                        previousSecretUntil: string | null;
                        url: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksByIdAttempts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "claimed" | "succeeded" | "failed" | "cancelled";
                type?: "message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test";
                undelivered?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @description Of a waiting one: not before.
                             */
                            dueAt: string;
                            /** @description The problem in words. */
                            error: string | null;
                            /**
                             * Format: uuid
                             * @description The `webhook-id` of each of its tries.
                             */
                            eventId: string;
                            /** Format: uuid */
                            id: string;
                            ms: number | null;
                            /** @description Which try of this event it is. */
                            n: number;
                            /** @enum {string|null} */
                            problem: "url" | "address" | "dns" | "connect" | "tls" | "timeout" | "broken" | "redirect" | "status" | "gone" | "secret" | "disabled" | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            settledAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "claimed" | "succeeded" | "failed" | "cancelled";
                            /** @description The status of the answer. */
                            status: number | null;
                            /** @enum {string} */
                            type: "message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test";
                            /** @description The event has not got through, and no try is planned. */
                            undelivered: boolean;
                        }[];
                        /** @description Send it as `cursor` for the next page; null where this was the last. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksByIdRedeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    count?: number;
                    /** Format: uuid */
                    upTo?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redelivered: number;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksByIdRotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        previousSecretUntil: string;
                        /** @description `whsec_…`, told here and never again. Check requests with it by a library of https://www.standardwebhooks.com. */
                        secret: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksByIdTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksAttemptsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The exact text that is signed. */
                        body: string;
                        /** @description How often it was begun: more than once where a worker ended in its middle, so that it may have come more than once. */
                        claims: number;
                        /**
                         * Format: date-time
                         * @description Of a waiting one: not before.
                         */
                        dueAt: string;
                        /** @description The problem in words. */
                        error: string | null;
                        /**
                         * Format: uuid
                         * @description The `webhook-id` of each of its tries.
                         */
                        eventId: string;
                        /** Format: uuid */
                        id: string;
                        ms: number | null;
                        /** @description Which try of this event it is. */
                        n: number;
                        /** @enum {string|null} */
                        problem: "url" | "address" | "dns" | "connect" | "tls" | "timeout" | "broken" | "redirect" | "status" | "gone" | "secret" | "disabled" | null;
                        requestHeaders: {
                            [key: string]: string;
                        };
                        /** @description The first 4 KB. */
                        responseBody: string | null;
                        responseHeaders: {
                            [key: string]: string;
                        };
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        settledAt: string | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        startedAt: string | null;
                        /** @enum {string} */
                        state: "waiting" | "claimed" | "succeeded" | "failed" | "cancelled";
                        /** @description The status of the answer. */
                        status: number | null;
                        /** @description All tries of the event, the first one first. */
                        tries: {
                            /**
                             * Format: date-time
                             * @description Of a waiting one: not before.
                             */
                            dueAt: string;
                            /** @description The problem in words. */
                            error: string | null;
                            /**
                             * Format: uuid
                             * @description The `webhook-id` of each of its tries.
                             */
                            eventId: string;
                            /** Format: uuid */
                            id: string;
                            ms: number | null;
                            /** @description Which try of this event it is. */
                            n: number;
                            /** @enum {string|null} */
                            problem: "url" | "address" | "dns" | "connect" | "tls" | "timeout" | "broken" | "redirect" | "status" | "gone" | "secret" | "disabled" | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            settledAt: string | null;
                            /**
                             * Format: date-time
                             * @description ISO 8601, UTC
                             */
                            startedAt: string | null;
                            /** @enum {string} */
                            state: "waiting" | "claimed" | "succeeded" | "failed" | "cancelled";
                            /** @description The status of the answer. */
                            status: number | null;
                            /** @enum {string} */
                            type: "message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test";
                            /** @description The event has not got through, and no try is planned. */
                            undelivered: boolean;
                        }[];
                        /** @enum {string} */
                        type: "message.received" | "message.released" | "message.disposition_changed" | "domain.verified" | "domain.failing" | "domain.recovered" | "domain.lost" | "webhook.test";
                        /** @description The event has not got through, and no try is planned. */
                        undelivered: boolean;
                        url: string;
                        /** Format: uuid */
                        webhookId: string;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksAttemptsByIdRedeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gives the first answer again, for 24 hours; with another request 409. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        accepted: true;
                    };
                };
            };
            /** @description A parameter, a field or the JSON is not right: `errors` names each. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No API key, or a wrong one. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key may not do this: the detail names the scope that it lacks. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be done in the present state. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onDomainFailing: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        id: string;
                        /** @description A-labels, lower case. */
                        name: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "domain.failing";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDomainLost: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        id: string;
                        /** @description A-labels, lower case. */
                        name: string;
                        reason: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "domain.lost";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDomainRecovered: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        id: string;
                        /** @description A-labels, lower case. */
                        name: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "domain.recovered";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDomainVerified: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** Format: uuid */
                        id: string;
                        /** @description A-labels, lower case. */
                        name: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "domain.verified";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageDispositionChanged: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** @enum {string} */
                        disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        /** @description The address of the From field. */
                        from: string;
                        /**
                         * Format: uuid
                         * @description The message in the API: GET /messages/{id}.
                         */
                        id: string;
                        /** @enum {string} */
                        previous: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        reason: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        receivedAt: string;
                        /** @description The envelope recipient, lower case. */
                        recipient: string;
                        /** @description At most 1,000 characters of it. */
                        subject: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.disposition_changed";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageReceived: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** @enum {string} */
                        disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        /** @description The address of the From field. */
                        from: string;
                        /**
                         * Format: uuid
                         * @description The message in the API: GET /messages/{id}.
                         */
                        id: string;
                        /** @description The envelope reverse-path; empty for the null reverse-path. */
                        mailFrom: string;
                        matchedRules: string[];
                        reason: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        receivedAt: string;
                        /** @description The envelope recipient, lower case. */
                        recipient: string;
                        /** @description At most 1,000 characters of it. */
                        subject: string;
                        verdicts: {
                            /** @enum {string} */
                            dkim: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                            /** @enum {string} */
                            dmarc: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                            /** @enum {string} */
                            spam: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                            /** @enum {string} */
                            spf: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                            /** @enum {string} */
                            virus: "PASS" | "FAIL" | "GRAY" | "PROCESSING_FAILED" | "DISABLED" | "UNKNOWN";
                        };
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.received";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageReleased: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        /** @enum {string} */
                        disposition: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        /** @description The address of the From field. */
                        from: string;
                        /**
                         * Format: uuid
                         * @description The message in the API: GET /messages/{id}.
                         */
                        id: string;
                        /** @enum {string} */
                        previous: "kept" | "quarantined" | "dropped" | "forwarded" | "relayed" | "held" | "rejected" | "bounced" | "unsubscribed" | "failed" | "queued" | "scheduled" | "sent" | "delivered" | "delayed" | "complained" | "suppressed";
                        /**
                         * Format: date-time
                         * @description ISO 8601, UTC
                         */
                        receivedAt: string;
                        /** @description The envelope recipient, lower case. */
                        recipient: string;
                        /** @description At most 1,000 characters of it. */
                        subject: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.released";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /** @description The event: the same in each of its tries, so that a receiver can tell what it has already. */
                "webhook-id": string;
                /** @description `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with spaces between while a secret is rotated. */
                "webhook-signature": string;
                /** @description Seconds since 1970: refuse what is older than five minutes. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    data: {
                        message: string;
                    };
                    /**
                     * Format: date-time
                     * @description When it happened.
                     */
                    timestamp: string;
                    /** @enum {string} */
                    type: "webhook.test";
                };
            };
        };
        responses: {
            /** @description Taken. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No more calls, please. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
