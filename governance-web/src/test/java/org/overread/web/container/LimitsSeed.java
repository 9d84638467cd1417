package org.overread.web.container;

import static org.overread.web.container.Attempt.ALL_SITES;
import static org.overread.web.container.Attempt.AT_SITE;
import static org.overread.web.container.Attempt.of;
import static org.overread.web.container.Attempt.on;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertDuty;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.Grant;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.Written;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.identity.AccountDraft;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;
import org.overread.registry.promotion.PolicyStep;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.promotion.Reviews;
import org.overread.registry.promotion.Step;
import org.overread.registry.promotion.Submitting;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.RequiredReview;
import org.overread.reports.archive.Exports;
import org.overread.web.container.Attempt.Open;
import tools.jackson.databind.json.JsonMapper;

/** What {@link LimitsIT} needs: people and tokens of every kind, and for each operation an object that is open. */
@Dependent
@SuppressWarnings("NullAway.Init") // whoever asks for the attempts settles the rest first
public class LimitsSeed {
    static final String PASSWORD = "correct-horse-battery";

    private static final Actor.Product PRODUCT = new Actor.Product("container-test");
    private static final String A = "models/" + Asker.MODEL;
    private static final String V1 = A + "/versions/1";
    private static final String MONITORED = "monitoring/" + Asker.MODEL + "/1";
    private static final ModelVersionId FIRST = new ModelVersionId(Asker.MODEL, 1);
    private static final ModelVersionId ALARMED = new ModelVersionId(Asker.MODEL, 2);
    private static final String SITE = "?site=" + Asker.SITE;

    @Inject
    People people;

    @Inject
    SignIn signIn;

    @Inject
    ApiClients clients;

    @Inject
    Catalog catalog;

    @Inject
    Alerts alerts;

    @Inject
    Publishing publishing;

    @Inject
    Promotions promotions;

    @Inject
    Reviews reviews;

    @Inject
    Exports exports;

    private final List<UUID> open = new ArrayList<>();
    private Actor.Person owner;
    private Actor.Person clinical;
    private Actor.Person technical;
    private Actor.Person safety;
    private Actor.Person chair;
    private Actor.Person otherChair;
    private @Nullable Asker anybody;
    private int counter;
    private int asked = 1000;

    /** Calls the server as somebody who may do everything that tokens may, and gives the body of the answer. */
    interface Calling {
        String call(String verb, String path, String type, String body) throws Exception;

        default String json(String verb, String path, String body) {
            try {
                return call(verb, path, "application/json", body);
            } catch (Exception e) {
                throw new IllegalStateException(verb + " " + path, e);
            }
        }
    }

    String person(Role role, Asker.Limit limit) {
        return person(limit.scope(), role).login();
    }

    String token(Set<ApiScope> scopes, Scope reach) {
        return clients.create(PRODUCT, "limits " + UUID.randomUUID(), scopes, reach)
                .token();
    }

    Asker anybody() {
        if (anybody == null) {
            var token = token(EnumSet.allOf(ApiScope.class), Scope.EVERYWHERE);
            anybody = new Asker(null, ApiScope.ADMIN, Asker.Limit.NONE, "", "Authorization", "Bearer " + token);
        }
        return anybody;
    }

    List<Attempt> attempts(Calling server) {
        settle();
        var all = new ArrayList<Attempt>();
        models(all);
        figures(all, server);
        monitoring(all, server);
        alerts(all);
        feedback(all, server);
        promotions(all);
        policies(all);
        reports(all);
        webhooks(all, server);
        audit(all);
        return all;
    }

    private void models(List<Attempt> all) {
        all.add(of("listModels", "GET", "models")
                .showing("\"id\":\"" + Asker.MODEL + "\"", scope -> scope.meets(ALL_SITES)));
        all.add(of("getModel", "GET", A));
        all.add(of("listVersions", "GET", A + "/versions"));
        all.add(of("getVersion", "GET", V1));
        all.add(of("getLiveVersion", "GET", A + "/live" + SITE));
        all.add(of("registerModel", "POST", "models")
                .sending(() -> newModel("limits-new-" + UUID.randomUUID()))
                .at(Place.ofModel("limits-new", Asker.DEPARTMENT)));
        all.add(of("registerVersion", "POST", A + "/versions")
                .sending(() -> json("threshold", "0.5", "changeType", "CODE", "note", UUID.randomUUID())));
    }

    static void send(Calling server) {
        try {
            server.call(
                    "POST", V1 + "/predictions", "application/x-ndjson", predictions("known", 60, Asker.SITE, true));
            server.call(
                    "POST", V1 + "/predictions", "application/x-ndjson", predictions("open", 300, Asker.SITE, false));
            server.call(
                    "POST",
                    A + "/versions/2/predictions",
                    "application/x-ndjson",
                    predictions("known", 60, Asker.SITE, true));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void figures(List<Attempt> all, Calling server) {
        send(server);
        for (var figure : List.of(
                "getPerformance performance",
                "getDrift drift",
                "getTrend trend",
                "getExpectedPerformance estimate",
                "getFeedbackCharts charts",
                "getOutcomeCharts charts/outcomes")) {
            var words = figure.split(" ");
            all.add(of(words[0], "GET", V1 + "/" + words[1] + SITE));
            all.add(of(words[0], "GET", V1 + "/" + words[1]).at(ALL_SITES));
            all.add(of(words[0], "GET", V1 + "/" + words[1] + "?site=" + Asker.OTHER_SITE)
                    .at(ALL_SITES.at(Asker.OTHER_SITE)));
        }
        all.add(of("compareVersions", "GET", V1 + "/comparison" + SITE + "&with=2"));
        all.add(of("compareVersions", "GET", V1 + "/comparison?with=2").at(ALL_SITES));
        all.add(of("exportSeismometer", "GET", V1 + "/seismometer" + SITE));
        all.add(of("exportSeismometer", "GET", V1 + "/seismometer").at(ALL_SITES));
        all.add(of("sendPredictions", "POST", V1 + "/predictions")
                .as("application/x-ndjson")
                .sending(() -> predictions("new-" + UUID.randomUUID(), 1, Asker.SITE, true))
                .showing("\"stored\":1", scope -> scope.covers(AT_SITE)));
        var nextOpen = new Open<>(() -> "open-" + counter++);
        all.add(of("sendOutcomes", "POST", V1 + "/outcomes")
                .as("application/x-ndjson")
                .using(nextOpen)
                .sending(() -> json("predictionId", nextOpen.get(), "outcome", 1, "knownAt", ago(1)))
                .showing("\"stored\":1", scope -> scope.covers(AT_SITE)));
        all.add(of("getFeed", "GET", V1 + "/integrity"));
        all.add(of("getMetrics", "GET", "metrics"));
    }

    /** Declares the plan that is proposed for the first version; the plan. */
    static String plan(Calling server) {
        var plan = JsonMapper.shared()
                .writeValueAsString(JsonMapper.shared().readTree(server.json("GET", V1 + "/plan/proposal", "")));
        server.json("PUT", V1 + "/plan", plan);
        return plan;
    }

    private void monitoring(List<Attempt> all, Calling server) {
        var plan = plan(server);
        var run = JsonMapper.shared()
                .readTree(server.json("POST", MONITORED + "/runs", ""))
                .get("id")
                .stringValue();
        all.add(of("listMonitoring", "GET", "monitoring")
                .showing("\"model\":\"" + Asker.MODEL + "\"", scope -> scope.covers(ALL_SITES)));
        all.add(of("getMonitoring", "GET", MONITORED));
        all.add(of("pauseCheck", "POST", MONITORED + "/pauses")
                .sending(json(
                        "check",
                        "feed",
                        "reason",
                        "the interface moves",
                        "until",
                        LocalDate.now(ZoneOffset.UTC).plusDays(3))));
        all.add(of("resumeCheck", "DELETE", MONITORED + "/pauses?check=feed"));
        all.add(of("listReviews", "GET", MONITORED + "/reviews"));
        all.add(of("recordReview", "POST", MONITORED + "/reviews").sending(json("note", "Looked at as a whole: fit.")));
        all.add(of("startRun", "POST", MONITORED + "/runs").orAnswers(409));
        all.add(of("listRuns", "GET", MONITORED + "/runs"));
        all.add(of("getRun", "GET", MONITORED + "/runs/" + run));
        all.add(of("getPlan", "GET", V1 + "/plan"));
        all.add(of("declarePlan", "PUT", V1 + "/plan").sending(plan));
        all.add(of("listPlanRevisions", "GET", V1 + "/plan/revisions"));
        all.add(of("proposePlan", "GET", V1 + "/plan/proposal"));
    }

    private void alerts(List<Attempt> all) {
        for (var place : List.of(AT_SITE, ALL_SITES, ALL_SITES.at(Asker.OTHER_SITE))) {
            var alert = new Open<>(() -> alert(place));
            all.add(on("getAlert", "GET", "alerts/%s", new Open<>(fixed(alert(place))))
                    .at(place));
            all.add(on("acknowledgeAlert", "POST", "alerts/%s/acknowledgement", alert)
                    .at(place));
            all.add(on("commentOnAlert", "POST", "alerts/%s/comments", alert)
                    .at(place)
                    .sending(json("text", "We look into it.")));
            all.add(on("resolveAlert", "POST", "alerts/%s/resolution", alert)
                    .at(place)
                    .sending(json("text", "The cause is gone.")));
            all.add(of("listAlerts", "GET", "alerts").showing(alert(place).toString(), scope -> scope.covers(place)));
        }
    }

    private void feedback(List<Attempt> all, Calling server) {
        var card = UUID.randomUUID();
        server.json("POST", "cards", card(card, Asker.SITE));
        var foreign = UUID.randomUUID();
        server.json("POST", "cards", card(foreign, Asker.OTHER_SITE));
        var concern = UUID.randomUUID();
        server.json(
                "POST",
                "feedback",
                json("id", concern, "card", card, "kind", "SAFETY_CONCERN", "comment", "Could have been sent home."));
        all.add(of("registerCards", "POST", "cards").sending(() -> card(UUID.randomUUID(), Asker.SITE)));
        all.add(of("registerCards", "POST", "cards")
                .at(ALL_SITES.at(Asker.OTHER_SITE))
                .sending(() -> card(UUID.randomUUID(), Asker.OTHER_SITE)));
        all.add(of("registerCards", "POST", "cards")
                .at(new Place(Asker.MODEL, "of neither", Asker.SITE))
                .sending(() -> card(UUID.randomUUID(), Asker.SITE, Asker.OTHER_DEPARTMENT)));
        all.add(of("giveFeedback", "POST", "feedback").sending(() -> accepted(card)));
        all.add(of("giveFeedback", "POST", "feedback")
                .at(ALL_SITES.at(Asker.OTHER_SITE))
                .sending(() -> accepted(foreign)));
        all.add(of("giveFeedback", "POST", "feedback").at(Place.EVERYWHERE).sending(() -> accepted(UUID.randomUUID())));
        all.add(of("listMyFeedback", "GET", "feedback"));
        all.add(of("withdrawFeedback", "POST", "feedback/" + concern + "/withdrawal")
                .ofSomebodyElse());
        all.add(of("listWaiting", "GET", "waiting"));
        all.add(of("listFindings", "GET", V1 + "/findings")
                .showing(concern.toString(), scope -> scope.covers(AT_SITE)));
        all.add(of("answerFinding", "POST", V1 + "/findings/" + concern + "/answers")
                .sending(json("sentence", "We look into it and come back to you.")));
    }

    private void promotions(List<Attempt> all) {
        var seen = submitted(version());
        all.add(of("listPromotions", "GET", "promotions").showing(seen.toString(), scope -> scope.covers(AT_SITE)));
        all.add(of("getPromotion", "GET", "promotions/" + seen));
        all.add(of("getPromotionEvidence", "GET", "promotions/" + seen + "/evidence"));
        all.add(of("getReplacement", "GET", V1 + "/replacement" + SITE + "&stage=PILOT"));
        var fresh = new Open<>(() -> version().version());
        all.add(on("requestPromotion", "POST", A + "/versions/%s/promotions", fresh)
                .sending(json("stage", "PILOT", "site", Asker.SITE)));
        var reviewed = new Open<>(() -> submitted(version()));
        all.add(on("signReview", "POST", "promotions/%s/reviews", reviewed)
                .sending(asker -> json(
                        "role",
                        asker.role() == null ? Role.CLINICAL_REVIEWER : asker.role(),
                        "changesDigest",
                        changes(reviewed.get()),
                        "password",
                        PASSWORD)));
        var decided = new Open<>(() -> submitted(version()));
        all.add(on("decidePromotion", "POST", "promotions/%s/decision", decided)
                .sending(json("meaning", "REJECTION", "comment", "Not for now.", "password", PASSWORD)));
        all.add(of("withdrawPromotion", "POST", "promotions/" + seen + "/withdrawal")
                .ofSomebodyElse());
        var live = new Open<>(this::live);
        all.add(on("suspendVersion", "POST", "promotions/%s/suspend", live)
                .sending(json("reason", "It flags nobody any more.")));
    }

    private void policies(List<Attempt> all) {
        var known = inForce(Stage.GENERAL);
        inForce(Stage.LOCAL_VALIDATION);
        var waiting = new Open<>(this::waitingPolicy);
        var standing = new Open<>(() -> inForce(Stage.SILENT));
        all.add(of("listPolicies", "GET", "policies").showing(known.toString(), scope -> scope.meets(ALL_SITES)));
        all.add(of("getPolicy", "GET", "policies/" + known));
        all.add(of("publishPolicy", "POST", "policies")
                .sending(() -> """
                {"name":"%s","opens":["GENERAL"],"from":["PILOT"],"model":"%s","password":"%s",
                 "reason":"The committee has agreed.",
                 "criteria":[{"key":"predictions","metric":"PREDICTIONS","direction":"AT_LEAST","limit":1000},
                  {"key":"severe","metric":"UNANSWERED_SEVERE","direction":"AT_MOST","limit":0}],
                 "reviews":[{"role":"CLINICAL_REVIEWER","quorum":1}]}""".formatted("Limits " + UUID.randomUUID(), Asker.MODEL, PASSWORD)));
        var word = json("reason", "The committee has agreed.", "password", PASSWORD);
        all.add(on("confirmPolicy", "POST", "policies/%s/confirmation", waiting).sending(word));
        all.add(on("declinePolicy", "POST", "policies/%s/refusal", waiting).sending(word));
        all.add(on("retirePolicy", "POST", "policies/%s/retirement", standing).sending(word));
    }

    private void reports(List<Attempt> all) {
        var request = submitted(version());
        var report = exports.promotionWorkbook(PRODUCT, request).id();
        all.add(of("getDossier", "GET", "promotions/" + request + "/dossier"));
        all.add(of("getPromotionWorkbook", "GET", "promotions/" + request + "/workbook"));
        all.add(of("listReports", "GET", "reports").showing(report.toString(), scope -> scope.covers(AT_SITE)));
        all.add(of("getReport", "GET", "reports/" + report));
    }

    private void webhooks(List<Attempt> all, Calling server) {
        Supplier<String> draft =
                () -> json("name", "Pager " + UUID.randomUUID(), "address", "https://pager.invalid/hook");
        Supplier<String> make = () -> JsonMapper.shared()
                .readTree(server.json("POST", "webhooks", draft.get()))
                .get("id")
                .stringValue();
        var hook = make.get();
        var delivery = new Open<>(() -> JsonMapper.shared()
                .readTree(server.json("POST", "webhooks/" + hook + "/test", ""))
                .get("id")
                .stringValue());
        var one = "webhooks/" + hook;
        all.add(of("listWebhooks", "GET", "webhooks"));
        all.add(of("addWebhook", "POST", "webhooks").sending(draft));
        all.add(of("getWebhook", "GET", one));
        all.add(on("removeWebhook", "DELETE", "webhooks/%s", new Open<>(make)));
        all.add(of("setWebhookModels", "PUT", one + "/models").sending("{\"models\":[]}"));
        all.add(on("pauseWebhook", "POST", "webhooks/%s/pause", new Open<>(make)));
        all.add(on("resumeWebhook", "POST", "webhooks/%s/resume", new Open<>(() -> {
            var paused = make.get();
            server.json("POST", "webhooks/" + paused + "/pause", "");
            return paused;
        })));
        all.add(of("rotateWebhookSecret", "POST", one + "/secret"));
        all.add(of("testWebhook", "POST", one + "/test"));
        all.add(of("retryWebhook", "POST", one + "/retry").orAnswers(409));
        all.add(of("listDeliveries", "GET", one + "/deliveries"));
        all.add(on("sendDeliveryAgain", "POST", one + "/deliveries/%s", delivery)
                .orAnswers(409));
        all.add(on("letGoOfDelivery", "DELETE", one + "/deliveries/%s", delivery)
                .orAnswers(409));
    }

    private static void audit(List<Attempt> all) {
        all.add(of("searchAudit", "GET", "audit?limit=1000&text=" + Asker.MODEL)
                .showing(
                        "\"model\":\"" + Asker.MODEL + "\"",
                        scope -> scope.covers(Place.EVERYWHERE) || Asker.MODEL.equals(scope.model())));
        all.add(of("verifyAudit", "GET", "audit/verify"));
        all.add(of("listAnchors", "GET", "audit/anchors"));
        all.add(of("anchorAudit", "POST", "audit/anchors").orAnswers(409));
    }

    void settle() {
        owner = person(Scope.EVERYWHERE, Role.MODEL_OWNER);
        clinical = person(Scope.EVERYWHERE, Role.CLINICAL_REVIEWER);
        technical = person(Scope.EVERYWHERE, Role.TECHNICAL_REVIEWER);
        safety = person(Scope.EVERYWHERE, Role.SAFETY_OFFICER);
        chair = person(Scope.EVERYWHERE, Role.CHAIR);
        otherChair = person(Scope.EVERYWHERE, Role.CHAIR);
        for (var site : List.of(Asker.SITE, Asker.OTHER_SITE)) {
            if (catalog.site(site).isEmpty()) {
                catalog.addSite(PRODUCT, new Site(site, site.toUpperCase(Locale.ROOT)));
            }
        }
        for (var model : List.of(Asker.MODEL, Asker.OTHER_MODEL)) {
            if (catalog.models(PRODUCT).stream().anyMatch(known -> known.id().equals(model))) {
                continue;
            }
            catalog.register(
                    PRODUCT,
                    new ModelDraft(
                            model,
                            "Model " + model,
                            "Shows how far rights reach",
                            OutputKind.RISK_SCORE,
                            RiskTier.LOW,
                            Asker.DEPARTMENT,
                            safety.personId(),
                            owner.personId(),
                            "Chief medical officer"));
            catalog.registerVersion(PRODUCT, model, declared(ChangeType.FIRST));
            catalog.registerVersion(PRODUCT, model, declared(ChangeType.CODE));
        }
        opened(draft(
                Stage.PILOT,
                Stage.REGISTERED,
                1000,
                Role.CLINICAL_REVIEWER,
                Role.TECHNICAL_REVIEWER,
                Role.SAFETY_OFFICER));
    }

    private static VersionDeclaration declared(ChangeType change) {
        return new VersionDeclaration(
                0.5, change, UUID.randomUUID().toString(), null, null, null, null, null, List.of());
    }

    ModelVersionId version() {
        return catalog.registerVersion(PRODUCT, Asker.MODEL, declared(ChangeType.CODE))
                .id();
    }

    UUID alert(Place place) {
        var check = Check.of(
                "limits-" + UUID.randomUUID(),
                CheckKind.PERFORMANCE,
                "It drifts",
                CheckState.ALERT,
                "It is out of bounds.");
        var duty = new AlertDuty(place.site(), owner.personId(), chair.personId(), "Look.", "Look.");
        return alerts.follow(PRODUCT, ALARMED, duty, List.of(check))
                .getFirst()
                .file()
                .id();
    }

    UUID submitted(ModelVersionId version) {
        var answer = promotions.submit(owner, version, Stage.PILOT, Asker.SITE, (String) null);
        var request = ((Submitting.Submitted) answer).request();
        open.add(request);
        return request;
    }

    /** Takes back what is still open, since every page counts what waits. */
    void tidy() {
        open.forEach(request -> promotions.withdraw(owner, request));
        open.clear();
    }

    UUID somebody() {
        return owner.personId().value();
    }

    static String concern(UUID id, UUID card, String words) {
        return json("id", id, "card", card, "kind", "SAFETY_CONCERN", "comment", words, "noIdentifiersConfirmed", true);
    }

    private UUID live() {
        var request = submitted(version());
        sign(request, clinical, Role.CLINICAL_REVIEWER, Meaning.REVIEW);
        sign(request, technical, Role.TECHNICAL_REVIEWER, Meaning.REVIEW);
        sign(request, safety, Role.SAFETY_OFFICER, Meaning.REVIEW);
        sign(request, chair, Role.CHAIR, Meaning.APPROVAL);
        return request;
    }

    private void sign(UUID request, Actor.Person person, Role role, Meaning meaning) {
        var intent = new Intent(person, role, meaning, "", ZoneId.of("UTC"), changes(request));
        var step = reviews.sign(request, intent, PASSWORD);
        if (!(step instanceof Step.Taken)) {
            throw new IllegalStateException(step.toString());
        }
    }

    private Digest changes(UUID request) {
        return promotions.request(owner, request).changes().digest();
    }

    private static PolicyDraft draft(Stage opens, Stage from, int predictions, Role... reviewers) {
        return new PolicyDraft(
                "Limits " + opens.title(),
                Set.of(opens),
                Set.of(from),
                Asker.MODEL,
                List.of(
                        new Criterion("predictions", GateMetric.PREDICTIONS, null, Direction.AT_LEAST, predictions),
                        new Criterion("severe", GateMetric.UNANSWERED_SEVERE, null, Direction.AT_MOST, 0)),
                java.util.Arrays.stream(reviewers)
                        .map(role -> new RequiredReview(role, 1))
                        .toList());
    }

    private PolicyStep.Taken published(PolicyDraft draft) {
        return (PolicyStep.Taken)
                publishing.publish(chair, draft, Written.plainly("The committee has agreed."), null, PASSWORD);
    }

    UUID inForce(Stage stage) {
        return opened(draft(stage, Stage.values()[stage.ordinal() - 1], 1000, Role.CLINICAL_REVIEWER));
    }

    /** The policy in force; where it asks less than the one before, a second person has confirmed it. */
    private UUID opened(PolicyDraft draft) {
        var taken = published(draft);
        var id = taken.now().policy().id();
        if (taken.state() == PolicyState.PROPOSED) {
            publishing.confirm(otherChair, id, Written.plainly("The committee has agreed."), PASSWORD);
        }
        return id;
    }

    /** A policy that asks less than the one before and waits for a second person. */
    private UUID waitingPolicy() {
        var taken = published(draft(Stage.LOCAL_VALIDATION, Stage.REGISTERED, --asked, Role.CLINICAL_REVIEWER));
        if (taken.state() != PolicyState.PROPOSED) {
            throw new IllegalStateException("waits for nobody: " + taken);
        }
        return taken.now().policy().id();
    }

    private Actor.Person person(Scope scope, Role role) {
        var login = "limits-" + UUID.randomUUID();
        var account = people.create(PRODUCT, new AccountDraft(login, "Dr. " + login, PASSWORD));
        people.grant(PRODUCT, account.id(), new Grant(role, scope));
        return signIn.actor(account.login()).orElseThrow();
    }

    private String newModel(String id) {
        return json(
                "id",
                id,
                "name",
                "Model " + id,
                "intendedUse",
                "Shows how far rights reach",
                "kind",
                "RISK_SCORE",
                "riskTier",
                "LOW",
                "department",
                Asker.DEPARTMENT,
                "clinicalOwner",
                safety.login(),
                "modelOwner",
                owner.login(),
                "sponsor",
                "Chief medical officer");
    }

    private static String predictions(String name, int count, String site, boolean known) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"predictionId\":\"%s-%d\",\"occurredAt\":\"%s\",\"patientRef\":\"x%d\",\"site\":\"%s\",\"score\":0.%d%s}"
                                .formatted(
                                        name,
                                        i,
                                        ago(1 + i % 80),
                                        i,
                                        site,
                                        11 + i % 80,
                                        known ? ",\"outcome\":" + i % 2 : ""))
                .collect(Collectors.joining("\n"));
    }

    static String card(UUID id, String site) {
        return card(id, site, Asker.DEPARTMENT);
    }

    private static String card(UUID id, String site, String department) {
        return json(
                "id",
                id,
                "model",
                Asker.MODEL,
                "version",
                1,
                "predictionId",
                "known-1",
                "site",
                site,
                "department",
                department,
                "shownAt",
                ago(0));
    }

    private static String accepted(UUID card) {
        return json("id", UUID.randomUUID(), "card", card, "kind", "ACCEPTED");
    }

    private static String ago(int days) {
        return Instant.now()
                .minus(days, ChronoUnit.DAYS)
                .minusSeconds(60)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static <T> Supplier<T> fixed(T value) {
        return () -> value;
    }

    /** An object with these properties, name and value by turns; numbers are told by their look. */
    private static String json(Object... parts) {
        return IntStream.range(0, parts.length / 2)
                .mapToObj(i -> "\"%s\":%s".formatted(parts[2 * i], value(parts[2 * i + 1])))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        var text = Objects.toString(value);
        return text.matches("\\d+(\\.\\d+)?|true|false") ? text : "\"" + text + "\"";
    }
}
