package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.overread.registry.catalog.Stage;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** A version on its way to the bedside: policy, request, reviews, decision, and the proof of it all. */
class PromotionJourneyBrowserIT {
    private static final String NAME = "Early warning";
    private static final String NORTH = "Northgate Demonstration Hospital, North";
    private static final String LIVE = "In effect since";
    private static final String REVIEW = "Sign a review …";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final RunningServer server = RunningServer.get();
    private final Groundwork groundwork = new Groundwork();
    private final String model = groundwork.model(NAME, 2);
    private final String name = groundwork.named(NAME);

    @Test
    @DisplayName("D2, D3, D4, D5, D8, A4, E3: from a closed gate to a signed promotion and its workbook")
    void leadsFromAClosedGateToASignedPromotion() throws IOException {
        groundwork.predictions(model, 2, csv());
        var before = Instant.now();
        var max = CHROMIUM.visit(Device.DESKTOP);
        max.signIn("max.owner");
        isRefusedWhereNoPolicyOpensTheStage(max);
        var nora = CHROMIUM.visit(Device.DESKTOP);
        nora.signIn("nora.chair");
        publishesAPolicy(nora);

        var request = submits(max);
        theRequesterMayNotReview(max, request);
        reviewsAreStillMissing(nora, request);
        signsOnceWithTheRightPassword(request);
        theWrongRoleDoesNotCount(request);
        signsTheSecondReview();
        decides(nora, request);

        assertThat(liveAt(Instant.now())).isEqualTo("2");
        assertThat(liveAt(before)).isEqualTo("null");
        max.open("models/" + model);
        var page = new ModelScreen(max, name);
        assertThat(page.liveAt(NORTH)).containsText("Version 2 was live at " + NORTH);
        page.accessible();
        proves();
    }

    private void isRefusedWhereNoPolicyOpensTheStage(Visit max) {
        var form = new RequestPromotionScreen(max, model, name, Stage.PILOT);
        assertThat(form.answer()).containsText("Not possible");
        form.submit("It is better than the first.");
        assertThat(form.refusal()).containsText("does not let it enter Pilot from there");
        form.accessible("closed");
    }

    private void publishesAPolicy(Visit nora) {
        var form = new PublishPolicyScreen(nora);
        form.publish();
        form.accessible("refused");
        form.write("Pilot of " + name, name, "5000", "0.6", server.password());
        assertThat(form.preview()).containsText("Reviewed by 1 clinical reviewer and 1 technical reviewer");
        form.publish();
        form.waitForTitle("Pilot of " + name + ", number 1");
        form.accessible("proposed");
        aSecondPersonConfirms("Pilot of " + name + ", number 1");
    }

    /** It asks less of this model than the policy for every model does. */
    private void aSecondPersonConfirms(String title) {
        var vera = CHROMIUM.visit(Device.DESKTOP);
        vera.signIn("vera.chair");
        var policy = new PolicyScreen(vera, title);
        assertThat(policy.laxer()).containsText("No longer demands: ");
        policy.accessible();
        policy.confirm(server.password());
        policy.waitForTitle(title);
        assertThat(policy.page().getByText("In force for Pilot")).isVisible();
    }

    private PromotionScreen submits(Visit max) {
        var form = new RequestPromotionScreen(max, model, name, Stage.PILOT);
        assertThat(form.answer()).containsText("The gate is open");
        form.accessible("gate open");
        form.submit("It is better than the first.");
        var request = new PromotionScreen(max, name);
        assertThat(request.state()).containsText("In review");
        assertThat(request.checklist()).containsText("Sensitivity");
        assertThat(request.checklist().locator("li:has-text('Met')")).hasCount(3);
        request.accessible();
        return request;
    }

    private void theRequesterMayNotReview(Visit max, PromotionScreen request) {
        var root = CHROMIUM.visit(Device.DESKTOP);
        root.signIn("root.admin");
        var person = new PersonScreen(root, "Max Lindqvist");
        person.give("Clinical reviewer", model);
        person.accessible();
        var id = request.id();
        max.open("promotions/" + id);
        assertThat(max.page().getByRole(AriaRole.ALERT)).containsText("Your roles were changed");
        max.accessible("Sign in, roles changed");
        max.signIn("max.owner");
        max.open("promotions/" + id);
        assertThat(request.reviews()).containsText("You submitted this request, so others review and decide it.");
        assertThat(request.button(REVIEW)).hasCount(0);
        assertThat(review("max.owner", "CLINICAL_REVIEWER", server.password(), request)
                        .text())
                .contains("own-request");
    }

    private void reviewsAreStillMissing(Visit nora, PromotionScreen request) {
        nora.open("promotions/" + request.id());
        var seen = new PromotionScreen(nora, name);
        assertThat(seen.reviews()).containsText("Reviews are still missing");
        assertThat(seen.button("Decide …")).hasCount(0);
    }

    private void signsOnceWithTheRightPassword(PromotionScreen request) {
        var iris = CHROMIUM.visit(Device.PHONE);
        iris.signIn("iris.reviewer");
        iris.open("promotions/" + request.id());
        var seen = new PromotionScreen(iris, name);
        seen.accessible();
        seen.fitsTheNarrowestScreen();
        var dialog = seen.sign(REVIEW).meaning("Review");
        assertThat(dialog.dialog()).containsText("You are about to sign");
        dialog.sign("not my password");
        assertThat(dialog.refusal()).containsText("The password is not right, so nothing was signed.");
        dialog.accessible();
        dialog.fitsTheNarrowestScreen();
        dialog.sign(server.password());
        assertThat(seen.reviews()).containsText("Iris Novak");
        assertThat(seen.reviews()).containsText("Covers what is shown");
        assertThat(seen.reviews()).containsText("You have signed this request already; one person counts once.");
        assertThat(review("iris.reviewer", "CLINICAL_REVIEWER", server.password(), request)
                        .text())
                .contains("signed-before");
    }

    private void theWrongRoleDoesNotCount(PromotionScreen request) {
        assertThat(review("omar.safety", "SAFETY_OFFICER", server.password(), request)
                        .text())
                .contains("role-not-asked-for");
        assertThat(review("theo.reviewer", "CLINICAL_REVIEWER", server.password(), request)
                        .text())
                .contains("role-not-held");
        assertThat(review("theo.reviewer", "TECHNICAL_REVIEWER", "guessed", request)
                        .text())
                .contains("wrong-password");
    }

    private void signsTheSecondReview() {
        var theo = CHROMIUM.visit(Device.DESKTOP);
        var forYou = theo.signIn("theo.reviewer");
        forYou.waiting("Review: " + name).click();
        var seen = new PromotionScreen(theo, name);
        var dialog = seen.sign(REVIEW).meaning("Review");
        dialog.accessible();
        dialog.sign(server.password());
        assertThat(seen.state()).containsText("Ready for decision");
    }

    private void decides(Visit nora, PromotionScreen request) {
        nora.open("");
        new ForYouScreen(nora).waiting("Decide: " + name).click();
        var seen = new PromotionScreen(nora, name);
        seen.sign("Decide …").meaning("Approval").sign(server.password());
        assertThat(seen.state()).containsText(LIVE);
        seen.accessible("live");
        assertThat(Caller.person(server, "nora.chair")
                        .get("api/v1/promotions/" + request.id())
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("LIVE");
    }

    private void proves() throws IOException {
        var lena = CHROMIUM.visit(Device.DESKTOP);
        lena.signIn("lena.compliance");
        var reports = new ReportsScreen(lena, model);
        Download workbook = reports.exportWorkbook(model);
        assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
        try (var zip = new ZipFile(workbook.path().toFile())) {
            assertThat(zip.getEntry("xl/workbook.xml")).isNotNull();
        }
        reports.accessible();
        var audit = new AuditScreen(lena, model);
        audit.verify();
        assertThat(audit.badge()).containsText("Chain verified just now");
        assertThat(audit.entries().filter(new Locator.FilterOptions().setHasText("was refused to sign")))
                .not()
                .hasCount(0);
        audit.accessible();
        audit.fitsTheNarrowestScreen();
    }

    private Caller.Answer review(String login, String role, String password, PromotionScreen request) {
        return Caller.person(server, login)
                .post(
                        "api/v1/promotions/" + UUID.fromString(request.id()) + "/reviews",
                        Map.of("role", role, "meaning", "REVIEW", "password", password));
    }

    private String liveAt(Instant time) {
        return Caller.person(server, "max.owner")
                .get("api/v1/models/%s/live?site=%s&at=%s".formatted(model, Groundwork.SITE, time))
                .json()
                .get("version")
                .toString();
    }

    /** Six thousand patients of whom the score tells most. */
    private static String csv() {
        var chance = new Random(2026);
        return IntStream.rangeClosed(1, 6_000)
                .mapToObj(row -> {
                    double score = chance.nextInt(1_000) / 1_000.0;
                    return "p-%d,2026-01-%02dT08:00:00Z,north,%s,%d,%s"
                            .formatted(
                                    row,
                                    1 + row % 28,
                                    score,
                                    chance.nextDouble() < score ? 1 : 0,
                                    row % 2 == 0 ? "Female" : "Male");
                })
                .collect(Collectors.joining("\n", "prediction_id,occurred_at,site,score,outcome,subgroup.sex\n", "\n"));
    }
}
