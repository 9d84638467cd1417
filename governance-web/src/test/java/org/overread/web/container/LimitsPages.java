package org.overread.web.container;

import static org.overread.registry.Permission.EXPORT_REPORTS;
import static org.overread.registry.Permission.GIVE_FEEDBACK;
import static org.overread.registry.Permission.MANAGE_CONNECTIONS;
import static org.overread.registry.Permission.MANAGE_PEOPLE;
import static org.overread.registry.Permission.MANAGE_SITES;
import static org.overread.registry.Permission.PUBLISH_POLICIES;
import static org.overread.registry.Permission.READ_AUDIT;
import static org.overread.registry.Permission.READ_FEEDBACK;
import static org.overread.registry.Permission.READ_MODELS;
import static org.overread.registry.Permission.READ_PERFORMANCE;
import static org.overread.registry.Permission.READ_PROMOTIONS;
import static org.overread.registry.Permission.REGISTER_MODELS;
import static org.overread.registry.Permission.REQUEST_PROMOTION;
import static org.overread.web.container.Attempt.ALL_SITES;
import static org.overread.web.container.Attempt.AT_SITE;
import static org.overread.web.container.Visit.any;
import static org.overread.web.container.Visit.at;
import static org.overread.web.container.Visit.of;
import static org.overread.web.container.Visit.someModel;
import static org.overread.web.container.Visit.within;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.overread.registry.Permission;
import org.overread.registry.Place;

/** The pages of the product, with an object at its address where one is named there. */
final class LimitsPages {
    private static final String VERSION = "models/:model/versions/:version";
    private static final String V1 = "models/" + Asker.MODEL + "/versions/1";
    private static final Place ELSEWHERE = ALL_SITES.at(Asker.OTHER_SITE);

    private final LimitsSeed seed;

    LimitsPages(LimitsSeed seed) {
        this.seed = seed;
    }

    List<Visit> visits(LimitsSeed.Calling server) {
        seed.settle();
        LimitsSeed.send(server);
        LimitsSeed.plan(server);
        var all = new ArrayList<Visit>();
        models(all);
        figures(all);
        feedback(all, server);
        promotions(all);
        alerts(all);
        installation(all);
        return all;
    }

    private static void models(List<Visit> all) {
        all.add(of("", "", any(READ_MODELS)));
        all.add(of("models", "models", any(READ_PERFORMANCE, REGISTER_MODELS))
                .showing("Model " + Asker.MODEL, within(ALL_SITES, READ_MODELS)));
        all.add(of("models/:model", "models/" + Asker.MODEL, within(ALL_SITES, READ_MODELS)));
        all.add(of(
                "models/:model/new-version", "models/" + Asker.MODEL + "/new-version", at(ALL_SITES, REGISTER_MODELS)));
        all.add(of("new-model", "new-model", any(REGISTER_MODELS)));
        all.add(of(VERSION, V1, within(ALL_SITES, READ_MODELS)));
        all.add(of(VERSION + "/promote", V1 + "/promote", within(ALL_SITES, REQUEST_PROMOTION)));
    }

    private static void figures(List<Visit> all) {
        var open = within(ALL_SITES, READ_MODELS);
        for (var tab : List.of("performance", "subgroups", "drift")) {
            all.add(of(VERSION, V1 + "?tab=" + tab + "&site=" + Asker.SITE, open));
            all.add(of(VERSION, V1 + "?tab=" + tab, open));
        }
        all.add(of(VERSION, V1 + "?tab=plan", open).showing("The plan in force", at(ALL_SITES, READ_PERFORMANCE)));
        all.add(of(VERSION, V1 + "?tab=data", open));
        all.add(of(VERSION, V1 + "?tab=history", open));
        all.add(of(VERSION, V1 + "?tab=comparison", open));
        all.add(of("monitoring", "monitoring", any(READ_PERFORMANCE))
                .showing("Model " + Asker.MODEL, at(ALL_SITES, READ_PERFORMANCE)));
    }

    private void feedback(List<Visit> all, LimitsSeed.Calling server) {
        for (var place : List.of(AT_SITE, ELSEWHERE)) {
            var card = UUID.randomUUID();
            var concern = UUID.randomUUID();
            var words = "Feared " + UUID.randomUUID();
            server.json("POST", "cards", LimitsSeed.card(card, String.valueOf(place.site())));
            server.json("POST", "feedback", LimitsSeed.concern(concern, card, words));
            all.add(of(
                    "review/:card", "review/" + card, at(place, GIVE_FEEDBACK).or(at(place, READ_FEEDBACK))));
            all.add(of("findings/:id", "findings/" + concern, at(place, READ_FEEDBACK)));
            all.add(of(VERSION, V1 + "?tab=feedback", within(ALL_SITES, READ_MODELS))
                    .showing(words, at(place, READ_FEEDBACK)));
        }
        all.add(of("my-feedback", "my-feedback", any(GIVE_FEEDBACK)));
    }

    private void promotions(List<Visit> all) {
        var request = seed.submitted(seed.version());
        all.add(of("promotions", "promotions", any(READ_PROMOTIONS))
                .showing(request.toString(), at(AT_SITE, READ_PROMOTIONS)));
        all.add(of("promotions/:id", "promotions/" + request, at(AT_SITE, READ_PROMOTIONS)));
        all.add(of("promotions/:id/evidence", "promotions/" + request + "/evidence", at(AT_SITE, READ_PROMOTIONS)));
        all.add(of("reports", "reports", any(EXPORT_REPORTS))
                .showing(request.toString(), at(AT_SITE, READ_PROMOTIONS)));
        var policy = seed.inForce(org.overread.registry.catalog.Stage.GENERAL);
        all.add(of("policies", "policies", any(READ_PROMOTIONS))
                .showing(policy.toString(), within(ALL_SITES, READ_PROMOTIONS)));
        all.add(of("policies/:id", "policies/" + policy, within(ALL_SITES, READ_PROMOTIONS)));
        all.add(of("new-policy", "new-policy", any(PUBLISH_POLICIES)));
    }

    private void alerts(List<Visit> all) {
        for (var place : List.of(AT_SITE, ALL_SITES, ELSEWHERE)) {
            var alert = seed.alert(place).toString();
            all.add(of("alerts/:id", "alerts/" + alert, at(place, READ_PERFORMANCE)));
            all.add(of("alerts", "alerts", any(READ_PERFORMANCE)).showing(alert, at(place, READ_PERFORMANCE)));
            all.add(of(VERSION, "models/" + Asker.MODEL + "/versions/2?tab=alerts", within(ALL_SITES, READ_MODELS))
                    .showing(alert, at(place, READ_PERFORMANCE)));
        }
    }

    private void installation(List<Visit> all) {
        all.add(of("audit", "audit", someModel(READ_AUDIT)));
        all.add(of("sites", "sites", any(MANAGE_SITES)));
        all.add(of("my-notices", "my-notices", any(READ_MODELS)));
        all.add(everywhere("connections", "connections", MANAGE_CONNECTIONS));
        all.add(everywhere("api-clients", "api-clients", MANAGE_PEOPLE));
        all.add(everywhere("people", "people", MANAGE_PEOPLE));
        all.add(everywhere("people", "people/" + seed.somebody(), MANAGE_PEOPLE));
        all.add(everywhere("people/new", "people/new", MANAGE_PEOPLE));
    }

    private static Visit everywhere(String route, String address, Permission permission) {
        return of(route, address, at(Place.EVERYWHERE, permission));
    }
}
