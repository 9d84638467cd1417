package org.overread.web.clients;

import org.overread.registry.ApiScope;

/** What a token is good for, in words. */
final class ScopeWords {
    private ScopeWords() {}

    static String name(ApiScope scope) {
        return scope.name().toLowerCase(java.util.Locale.ROOT);
    }

    static String sentence(ApiScope scope) {
        return name(scope) + ": "
                + switch (scope) {
                    case INGEST -> "send predictions and outcomes";
                    case FEEDBACK -> "register cards, send feedback";
                    case READ -> "read models, performance, feedback and promotions";
                    case PROMOTE -> "request promotions";
                    case EXPORT -> "export reports, read and verify the audit trail";
                    case ADMIN -> "register models and versions, plan monitoring, manage webhooks";
                };
    }
}
