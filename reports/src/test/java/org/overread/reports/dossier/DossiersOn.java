package org.overread.reports.dossier;

import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.registry.testing.RecordingAuditTrail;

/** The real service on one promotion and a trail in memory. */
public final class DossiersOn {
    private DossiersOn() {}

    public static Dossiers promotion(PromotionDossier known, InMemoryTrail trail) {
        var dossiers = new Dossiers();
        dossiers.promotions = new Promotions() {
            @Override
            public PromotionDossier request(Actor actor, UUID request) {
                if (!request.equals(known.submission().id())) {
                    throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such request.");
                }
                return known;
            }
        };
        dossiers.catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        dossiers.log = trail;
        dossiers.trail = trail;
        return dossiers;
    }
}
