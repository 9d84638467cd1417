package org.overread.registry.promotion;

import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.pilotDraft;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SECOND_CHAIR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Audience;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.ChangeSource;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.EvidenceQuestion;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.promotion.Submitting.Submitted;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.ReviewFixtures;
import org.overread.registry.testing.RecordingAuditTrail;

/** The real services of promotion and catalog on memory instead of a database; everybody's password is the same. */
public final class InMemoryGovernance {
    public static final String PASSWORD = "correct horse";

    final RecordingAuditTrail trail = new RecordingAuditTrail();
    public final InMemoryCatalog catalog = CatalogFixtures.sepsisCatalog(trail, 3);

    /** For the id of each machine the id of whoever let it in. */
    public final Map<String, String> letInBy = new HashMap<>();

    final KeptRequests requests = new KeptRequests(letInBy);
    final KeptPolicies published = new KeptPolicies();
    public final Policies policies = new Policies();
    public final Promotions promotions = new Promotions();
    public final Publishing publishing = new Publishing();
    public final Reviews reviews = new Reviews();
    public final EvidenceSheets sheets = new EvidenceSheets();
    final Releases releases = new Releases();
    final SigningDesk desk;

    private final Standings standings = new Standings();

    /** What the last check of the audit trail does not bear out, whatever it is asked about. */
    public final List<String> doubts = new ArrayList<>();

    public final TrailChecks checks = new TrailChecks() {
        @Override
        public List<String> doubts(ModelVersionId version, String site) {
            return doubts;
        }
    };

    public final Requesters requesters = new Requesters();
    private final Eyes eyes = new Eyes() {
        @Override
        public Map<String, String> letInBy() {
            return letInBy;
        }
    };

    private final List<Change> happened = new ArrayList<>();
    private final ChangeSource changes = new ChangeSource() {
        @Override
        public void hold(ModelVersionId version) {}

        @Override
        public List<Change> since(Evidence pinned, PairOfEyes asking) {
            return List.copyOf(happened);
        }

        @Override
        public Evidence live(Evidence pinned, Set<String> attributes, @Nullable Instant from, PairOfEyes asking) {
            liveFrom = from;
            return evidence;
        }
    };

    private @Nullable EvidenceQuestion asked;
    private @Nullable Instant liveFrom;
    Evidence evidence = goodEvidence();
    Instant now = NOON;

    public InMemoryGovernance() {
        standings.catalog = catalog.catalog();
        standings.stages = catalog.stages();
        standings.models = catalog.models();
        standings.people = ReviewFixtures.people();
        standings.checks = checks;
        var files = filesOn(requests);
        wirePolicies();
        wirePromotions(files);
        requesters.files = files;
        desk = deskOn(requests, files, trail);
        wireReviews();
        wireReleases(files);
        putInto(Stage.SILENT, SEPSIS_2);
    }

    /** Where signatures are given, on other files than those in memory, and recorded by nobody. */
    public Step sign(PromotionRequests stored, UUID request, Intent intent) {
        return deskOn(stored, filesOn(stored), new RecordingAuditTrail()).sign(request, intent);
    }

    /** The request as it stands on other files than those in memory. */
    public PromotionDossier dossier(PromotionRequests stored, UUID request) {
        return PromotionDossier.of(filesOn(stored).open(CHAIR, request), CHAIR, null);
    }

    private OpenFiles filesOn(PromotionRequests stored) {
        var files = new OpenFiles();
        files.requests = stored;
        files.standings = standings;
        files.changes = changes;
        files.clock = () -> now;
        return files;
    }

    private SigningDesk deskOn(PromotionRequests stored, OpenFiles files, AuditTrail recorded) {
        var signing = new SigningDesk();
        signing.requests = stored;
        signing.files = files;
        signing.trail = recorded;
        return signing;
    }

    private void wirePolicies() {
        policies.published = published;
        policies.standings = standings;
        policies.clock = () -> now;
        var publishingDesk = new PublishingDesk();
        publishingDesk.published = published;
        publishingDesk.standings = standings;
        publishingDesk.trail = trail;
        publishingDesk.clock = () -> now;
        publishing.desk = publishingDesk;
        publishing.reauthentication = (person, password) -> password.equals(PASSWORD);
    }

    private void wirePromotions(OpenFiles files) {
        promotions.requests = requests;
        promotions.published = published;
        promotions.standings = standings;
        promotions.files = files;
        sheets.files = files;
        promotions.eyes = eyes;
        promotions.evidence = question -> {
            asked = question;
            return evidence;
        };
        promotions.trail = trail;
        promotions.clock = () -> now;
    }

    private void wireReviews() {
        reviews.desk = desk;
        reviews.releases = releases;
        reviews.reauthentication = (person, password) -> password.equals(PASSWORD);
    }

    private void wireReleases(OpenFiles files) {
        var door = new StageDoor();
        door.requests = requests;
        door.files = files;
        door.standings = standings;
        door.trail = trail;
        door.clock = () -> now;
        releases.door = door;
    }

    /** What monitoring was asked last. */
    EvidenceQuestion asked() {
        return Objects.requireNonNull(asked);
    }

    /** From when on the figures of now were asked for last. */
    @Nullable Instant liveFrom() {
        return liveFrom;
    }

    /** Lets monitoring answer with that from now on. */
    public void measure(Evidence measured) {
        evidence = measured;
    }

    /** Puts other evidence in a request's place, as somebody with the database in hand could. */
    public void tamper(UUID request, Evidence other) {
        requests.files.computeIfPresent(request, (_, file) -> {
            var pinned = file.evidence().pinned();
            var altered = new Frozen<>(other, CanonicalJson.of(other), pinned);
            return new PromotionFile(
                    file.submission(), file.submitted(), file.policy(), altered, file.chain(), file.withdrawal());
        });
    }

    /** The time it is for everybody. */
    public Instant now() {
        return now;
    }

    /** Lets time pass for everybody. */
    void later(Duration duration) {
        now = now.plus(duration);
        catalog.at(now);
    }

    /** A step of the version at north, as if it had been decided. */
    public void putInto(Stage stage, ModelVersionId version) {
        catalog.stages()
                .enter(
                        Releases.PRODUCT,
                        new StageEntry(
                                version, "north", stage, now, stage.stop() ? null : UUID.randomUUID(), "x", null));
        later(Duration.ofSeconds(1));
    }

    public Policy publishPilotPolicy() {
        return publish(pilotDraft());
    }

    /** The chair publishes, and where that needs a second person, there is one who confirms. */
    public Policy publish(PolicyDraft draft) {
        var step = publishing.publish(CHAIR, draft, Written.plainly("The committee has agreed."), null, PASSWORD);
        var file = ((PolicyStep.Taken) step).now();
        if (file.waits()) {
            publishing.confirm(SECOND_CHAIR, file.policy().id(), Written.plainly(""), PASSWORD);
        }
        return file.policy();
    }

    /** Lets something come in that the pinned evidence does not know. */
    public void happens(Change change) {
        happened.add(change);
    }

    /** Lets what came in be gone again, as an answered finding or a resolved alert. */
    public void clears(Change change) {
        happened.remove(change);
    }

    /** The owner asks for the pilot of sepsis 2 at north and is taken. */
    public UUID submitted() {
        return ((Submitted) submit(OWNER)).request();
    }

    public Submitting submit(Actor actor) {
        return promotions.submit(actor, SEPSIS_2, Stage.PILOT, "north", "The silent run went well.");
    }

    public Step review(Actor.Person person, UUID request, Role as) {
        later(Duration.ofMinutes(1));
        return sign(person, request, as, Meaning.REVIEW, "", PASSWORD);
    }

    public Step approve(Actor.Person person, UUID request) {
        later(Duration.ofMinutes(1));
        return sign(person, request, Role.CHAIR, Meaning.APPROVAL, "", PASSWORD);
    }

    /** Signs after having looked at all that has changed since. */
    public Step sign(Actor.Person person, UUID request, Role as, Meaning meaning, String comment, String password) {
        return reviews.sign(request, new Intent(person, as, meaning, comment, BERLIN, seen(request)), password);
    }

    /** What somebody has seen of the changes who looks now. */
    public Digest seen(UUID request) {
        return requests.files.containsKey(request)
                ? promotions.request(CHAIR, request).changes().digest()
                : Intent.NOTHING_CHANGED;
    }

    /** The version in its pilot at north. */
    Optional<ModelVersionId> pilot() {
        return catalog.stages().liveAt(Releases.PRODUCT, "sepsis", "north", now).of(Audience.PILOT);
    }

    /** The version in general use at north. */
    Optional<ModelVersionId> general() {
        return catalog.stages().liveAt(Releases.PRODUCT, "sepsis", "north", now).of(Audience.GENERAL);
    }

    public PromotionRequest.State state(UUID request) {
        return promotions.request(CHAIR, request).state();
    }

    /** The last deed recorded. */
    RecordingAuditTrail.Recorded lastDeed() {
        return trail.recorded().getLast();
    }

    static final class KeptPolicies implements PublishedPolicies {
        final Map<UUID, Frozen<Policy>> policies = new LinkedHashMap<>();
        final Map<UUID, PolicyFile.Decision> decisions = new LinkedHashMap<>();
        final Map<UUID, PolicyFile.Retirement> retirements = new LinkedHashMap<>();

        @Override
        public void add(Frozen<Policy> policy) {
            policies.put(Objects.requireNonNull(policy.content()).id(), policy);
        }

        @Override
        public Optional<Frozen<Policy>> find(UUID id) {
            return Optional.ofNullable(policies.get(id));
        }

        @Override
        public void add(UUID policy, PolicyFile.Decision decision) {
            decisions.put(policy, decision);
        }

        @Override
        public void add(UUID policy, PolicyFile.Retirement retirement) {
            retirements.put(policy, retirement);
        }

        @Override
        public List<PolicyFile> files() {
            return policies.values().stream()
                    .filter(Frozen::intact)
                    .map(Frozen::content)
                    .filter(Objects::nonNull)
                    .map(policy -> new PolicyFile(policy, decisions.get(policy.id()), retirements.get(policy.id())))
                    .toList()
                    .reversed();
        }

        @Override
        public Map<UUID, Frozen<Policy>> kept() {
            return Map.copyOf(policies);
        }

        @Override
        public void lock() {}
    }

    /** Keeps files; its policies are those of the file, as the database's would be by reference. */
    static final class KeptRequests implements PromotionRequests {
        final Map<UUID, PromotionFile> files = new LinkedHashMap<>();
        private final Map<String, String> letInBy;
        final List<String> locks = new ArrayList<>();

        KeptRequests(Map<String, String> letInBy) {
            this.letInBy = letInBy;
        }

        @Override
        public void lock(UUID request) {
            locks.add("request");
        }

        @Override
        public void lock(ModelVersionId version, Stage target, String site) {
            locks.add("submission");
        }

        @Override
        public void add(PromotionFile opened) {
            var submission = opened.submission();
            files.put(
                    submission.id(),
                    new PromotionFile(
                            submission,
                            opened.submitted(),
                            opened.policy(),
                            opened.evidence(),
                            opened.chain(),
                            opened.withdrawal(),
                            PairOfEyes.of(submission.requester(), letInBy)));
        }

        @Override
        public void addSignature(PromotionFile signed) {
            files.put(signed.submission().id(), signed);
        }

        @Override
        public void addWithdrawal(UUID request, Withdrawal withdrawal) {
            files.computeIfPresent(request, (_, file) -> file.with(withdrawal));
        }

        @Override
        public Optional<PromotionFile> find(UUID request) {
            return Optional.ofNullable(files.get(request));
        }

        @Override
        public List<PromotionFile> list(PromotionFilter filter) {
            return files.values().stream()
                    .filter(file ->
                            fits(filter.model(), file.submission().version().model()))
                    .filter(file ->
                            fits(filter.version(), file.submission().version().version()))
                    .filter(file -> fits(filter.site(), file.submission().site()))
                    .toList()
                    .reversed();
        }

        private static boolean fits(@Nullable Object wanted, Object is) {
            return wanted == null || wanted.equals(is);
        }

        @Override
        public List<PromotionFile> undecided() {
            return list(PromotionFilter.ALL).stream()
                    .filter(file -> file.withdrawal() == null)
                    .toList();
        }

        @Override
        public List<UUID> approvedAndNotInEffect() {
            return files.values().stream()
                    .filter(file ->
                            file.chain().meaning(Meaning.APPROVAL).findAny().isPresent())
                    .map(file -> file.submission().id())
                    .toList();
        }
    }
}
