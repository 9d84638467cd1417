package org.overread.web.testing;

import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.Accounts;
import org.overread.registry.identity.PasswordHashes;
import org.overread.registry.promotion.EvidenceSheets;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.promotion.Reviews;

/**
 * A committee in memory for tests of screens: the real services of promotion on fakes of their ports, sepsis in three
 * versions, the second in its silent run at north. Convene it anew before each test.
 */
public final class Committee {
    private static InMemoryGovernance governance = new InMemoryGovernance();

    public static InMemoryGovernance convene() {
        governance = new InMemoryGovernance();
        return governance;
    }

    @Produces
    public static Catalog catalog() {
        return governance.catalog.catalog();
    }

    @Produces
    static Stages stages() {
        return governance.catalog.stages();
    }

    @Produces
    static Policies policies() {
        return governance.policies;
    }

    @Produces
    static Publishing publishing() {
        return governance.publishing;
    }

    @Produces
    static Promotions promotions() {
        return governance.promotions;
    }

    @Produces
    static EvidenceSheets sheets() {
        return governance.sheets;
    }

    @Produces
    static Reviews reviews() {
        return governance.reviews;
    }

    @Produces
    static InstantSource clock() {
        return new InstantSource() {
            @Override
            public java.time.Instant instant() {
                return governance.now();
            }
        };
    }

    @Produces
    static TrailChecks checks() {
        return governance.checks;
    }

    @Produces
    static Accounts accounts() {
        return Hospital.accounts();
    }

    @Produces
    static AuditTrail trail() {
        return Hospital.trail();
    }

    @Produces
    static PasswordHashes hashes() {
        return Hospital.hashes();
    }
}
