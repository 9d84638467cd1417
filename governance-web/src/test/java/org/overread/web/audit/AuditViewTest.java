package org.overread.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditActor;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.SubjectRef;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.AnchorsOn;
import org.overread.registry.audit.anchor.InMemoryAnchors;
import org.overread.registry.audit.check.ChecksOn;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.Exports;
import org.overread.reports.archive.ReportKind;
import org.overread.web.reports.ReportLink;
import org.overread.web.shell.Tag;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = AuditView.class)
@AddBeanClasses({AuditView.class, ChainCheck.class, AuditSearch.class})
class AuditViewTest extends ViewTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Actor OWNER = People.with(Role.MODEL_OWNER);
    private static final Actor CHAIR = People.with(Role.CHAIR);

    private static final InMemoryTrail TRAIL = new InMemoryTrail();
    private static Instant now = NOON;

    @Produces
    static final AuditLog LOG = TRAIL;

    @Produces
    static final AuditTrail WRITTEN = TRAIL;

    private static final InMemoryAnchors ANCHORED = new InMemoryAnchors();
    private static final ChecksOn.InMemoryChecks CHECKED = new ChecksOn.InMemoryChecks();

    private static final Map<String, String> ENVIRONMENT = new HashMap<>();
    private static final Anchors ANCHORS =
            AnchorsOn.anchors(ANCHORED, TRAIL, TRAIL, AnchorsOn.settings(ENVIRONMENT), () -> now);

    @TempDir
    Path data;

    @Produces
    @ExcludeBean
    static Anchors anchors() {
        return ANCHORS;
    }

    @Produces
    @ExcludeBean
    static TrailChecks checks() {
        return ChecksOn.checks(TRAIL, TRAIL, ANCHORS, CHECKED, () -> now);
    }

    private static @Nullable AuditFilter exported;

    @Produces
    @ExcludeBean
    static final Exports EXPORTS = new Exports() {
        @Override
        public ArchivedReport auditWorkbook(Actor actor, AuditFilter filter) {
            exported = filter;
            return new ArchivedReport(
                    new UUID(0, 1),
                    ReportKind.AUDIT_WORKBOOK,
                    "audit-trail",
                    Place.EVERYWHERE,
                    "audit-trail.xlsx",
                    "application/x",
                    actor.id(),
                    actor.name(),
                    now,
                    3,
                    5_600,
                    Digest.of("the workbook"));
        }
    };

    @Produces
    static final InstantSource CLOCK = () -> now;

    @BeforeEach
    void threeDeeds() {
        ANCHORED.kept.clear();
        ENVIRONMENT.put("OVERREAD_ANCHOR_KEY_FILE", data.resolve("anchor.key").toString());
        CHECKED.all.clear();
        now = NOON.plusSeconds(3600);
        TRAIL.clear();
        TRAIL.append(OWNER, deed("version.registered", "sepsis", "registered version 2 of sepsis"), NOON);
        TRAIL.append(OWNER, deed("promotion.requested", "stroke", "requested a promotion"), NOON.plusSeconds(60));
        TRAIL.append(CHAIR, deed("promotion.signed", "sepsis", "approved a promotion"), NOON.plusSeconds(120));
        SignedIn.as(People.with(Role.COMPLIANCE));
    }

    @Test
    @DisplayName("E3: each entry is one sentence in plain words, the newest first")
    void tellsEachEntryInOneSentence() {
        navigate(AuditView.class);

        assertThat(lines())
                .containsExactly(
                        "The Committee chair approved a promotion4 May 2026, 12:02 UTC · sepsis",
                        "The Model owner requested a promotion4 May 2026, 12:01 UTC · stroke",
                        "The Model owner registered version 2 of sepsis4 May 2026, 12:00 UTC · sepsis");
        assertThat(words()).contains("3 entries");
    }

    @Test
    @DisplayName(
            "E3: what does not agree with the trail is named in words that lead to it, with its id small behind them")
    void namesWhatDoesNotAgreeInWords() {
        var id = "01a22416-a417-7bee-b380-f3f73b113b6e";
        var fault = new RecordFault(
                "the promotion of sepsis/3 from Silent run to Pilot at north, asked for on 3 March 2026,",
                "sepsis",
                "has no entry in the audit trail as it stands",
                new SubjectRef("promotion", id));
        CHECKED.all.add(new TrailCheck(new UUID(0, 7), NOON, true, new Verified(3, "00"), 3, 0, 0, List.of(fault)));

        navigate(AuditView.class);

        assertThat(find(Anchor.class).all())
                .filteredOn(anchor -> anchor.getHref().equals("promotions/" + id))
                .singleElement()
                .returns(
                        "The promotion of sepsis/3 from Silent run to Pilot at north, asked for on 3 March 2026,",
                        Anchor::getText);
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .anyMatch(words -> words.endsWith("has no entry in the audit trail as it stands. promotion " + id));
        assertThat(fault.withId()).endsWith("as it stands (promotion " + id + ")");
    }

    @Test
    void showsWhatTheAddressAsksFor() {
        open("model=sepsis&action=promotion&from=2026-05-04&to=2026-05-04&text=approved");

        assertThat(lines()).hasSize(1).first().asString().contains("approved a promotion");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("approved");
        assertThat(choice("Model").getValue()).isEqualTo("sepsis");
        assertThat(choice("What was done").getValue()).isEqualTo("promotion");
        assertThat(find(DatePicker.class).withCaption("From").single().getValue())
                .isEqualTo(LocalDate.of(2026, 5, 4));
    }

    @Test
    void putsWhatIsChosenIntoTheAddress() {
        navigate(AuditView.class);

        test(choice("Who")).selectItem("The Committee chair");

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("audit?person=" + CHAIR.id());
        assertThat(lines()).hasSize(1);
    }

    @Test
    void offersAllVerbsAndTheirKinds() {
        navigate(AuditView.class);

        assertThat(choice("What was done").getListDataView().getItems())
                .extracting(Object::toString)
                .containsExactly(
                        "promotion", "promotion.requested", "promotion.signed", "version", "version.registered");
        assertThat(choice("Who").getListDataView().getItems())
                .contains(new AuditActor(OWNER.id(), OWNER.name()), new AuditActor(CHAIR.id(), CHAIR.name()));
    }

    @Test
    void leavesOutWhatTheAddressSaysThatCannotBeRead() {
        open("from=yesterday&person=" + CHAIR.id() + "&unknown=1");

        assertThat(lines()).hasSize(1);
    }

    @Test
    void saysWhatToDoWhenNothingIsFoundAndWhatWillAppearWhenThereIsNothing() {
        open("text=nothing+like+this");
        assertThat(words()).contains("No entry is like this.", "Clear a field above to see more.");

        TRAIL.clear();
        navigate(AuditView.class);
        assertThat(words()).contains("Nothing is on record yet.");
    }

    @Test
    void doesNotMoveWhileEntriesAreAdded() {
        navigate(AuditView.class);
        TRAIL.append(CHAIR, deed("promotion.signed", "sepsis", "came later"), now);

        assertThat(lines()).hasSize(3).noneMatch(line -> line.contains("came later"));
    }

    @Test
    @DisplayName("E1: what the list shows is exported, and the workbook's digest is shown")
    void exportsWhatItShows() {
        open("model=sepsis&text=approved");

        test(find(Button.class).withText("Export as workbook").single()).click();

        assertThat(exported).isEqualTo(new AuditFilter("sepsis", null, null, null, now, "approved"));
        assertThat(find(ReportLink.class).single().getElement().getTextRecursively())
                .isEqualTo("audit-trail.xlsx 5 kBSHA-256 "
                        + Digest.of("the workbook").hex());
    }

    @Test
    @DisplayName("E3: the screen says that the chain is verified, when, and how many entries it has")
    void saysThatTheChainIsVerified() {
        navigate(AuditView.class);
        assertThat(tag()).isEqualTo("Not checked yet");

        test(verify()).click();
        roundTrip();
        assertThat(tag()).isEqualTo("Chain verified just now, 3 entries");

        now = now.plusSeconds(600);
        navigate(AuditView.class);
        assertThat(tag()).isEqualTo("Chain verified 10 minutes ago, 3 entries");
    }

    @Test
    @DisplayName("E3: the screen names the first bad row, and why")
    void namesTheFirstBadRow() {
        TRAIL.alter(2, "requested nothing");
        navigate(AuditView.class);

        test(verify()).click();
        roundTrip();

        assertThat(tag()).isEqualTo("Chain broken at entry 2");
        assertThat(words())
                .contains("Entry 2 was changed after it was written. Entries up to 1 are as they were written."
                        + " Keep a copy of the database as it is now, and tell whoever answers for it.");
    }

    @Test
    @DisplayName(
            "D4: the screen says when the trail was anchored and in how many places, and how to check it elsewhere")
    void saysWhereTheTrailIsAnchored() {
        navigate(AuditView.class);
        test(verify()).click();
        roundTrip();
        assertThat(tags()).contains("Not anchored outside the database");

        test(find(Button.class).withText("Anchor now").single()).click();
        now = now.plusSeconds(720);
        navigate(AuditView.class);

        assertThat(tags()).contains("Anchored 12 minutes ago in 1 place");
        assertThat(find(OutsideCheck.class).single().getElement().getTextRecursively())
                .contains("Public key (Ed25519)", "the folder of anchors");
    }

    @Test
    @DisplayName("D4: a tail that was cut off is told on the screen, with the anchor that remembers it")
    void namesTheAnchor() {
        ANCHORS.keepUp();
        TRAIL.clear();
        TRAIL.append(OWNER, deed("version.registered", "sepsis", "registered version 2 of sepsis"), NOON);
        navigate(AuditView.class);

        test(verify()).click();
        roundTrip();

        assertThat(tag()).isEqualTo("Chain broken at entry 2");
        assertThat(words()).anyMatch(words -> words.contains("was cut off after the anchor of 4 May 2026, 13:00 UTC"));
    }

    private List<String> tags() {
        return find(Tag.class).all().stream()
                .map(tag -> tag.getElement().getTextRecursively())
                .toList();
    }

    private static void open(String query) {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.fromString(query));
    }

    private List<String> lines() {
        var list = find(AuditList.class).single();
        var tester = test(list);
        return IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getCellComponent(row, 0).getElement().getTextRecursively())
                .toList();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private String tag() {
        return tags().getFirst();
    }

    private Button verify() {
        return find(Button.class).withText("Verify now").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> choice(String label) {
        return find(ComboBox.class).withCaption(label).single();
    }

    private static Deed deed(String action, String model, String sentence) {
        return Deed.of(action, "model-version", model + "/2", model, sentence);
    }
}
