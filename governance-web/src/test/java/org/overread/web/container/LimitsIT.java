package org.overread.web.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.overread.registry.Permission;
import org.overread.registry.Scope;
import org.overread.web.api.contract.Reach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of the contract, tried by every role and every token scope within every limit. What must come of it
 * follows from what the operation declares: its permissions, and how far they must reach.
 */
@ExtendWith(ArquillianExtension.class)
class LimitsIT {
    private static final Set<Integer> REFUSED = Set.of(403, 404);

    @Inject
    LimitsSeed seed;

    private final Asking asking = new Asking();

    /** What an operation declares of who may. */
    private record Declared(String id, Permission[] needs, Reach reach, boolean inPerson) {
        static Declared of(JsonNode operation) {
            return new Declared(
                    operation.get("operationId").stringValue(),
                    operation
                            .get("x-permissions")
                            .valueStream()
                            .map(name -> Permission.valueOf(name.stringValue()))
                            .toArray(Permission[]::new),
                    Reach.valueOf(operation.get("x-reach").stringValue()),
                    operation.get("x-in-person").booleanValue());
        }

        boolean lets(Asker asker, Attempt attempt) {
            return !(inPerson && asker.machine())
                    && asker.carries(needs)
                    && reached(asker.limit().scope(), attempt);
        }

        private boolean reached(Scope scope, Attempt attempt) {
            return switch (reach) {
                case OWN -> attempt.ownOfAsker;
                case SOMEWHERE -> true;
                case MODELS -> scope.department() == null && scope.site() == null;
                case PART -> scope.meets(Attempt.ALL_SITES);
                case PLACE -> scope.covers(attempt.place);
                case MODEL -> scope.covers(attempt.place.equals(Attempt.AT_SITE) ? Attempt.ALL_SITES : attempt.place);
                case EVERYWHERE -> scope.equals(Scope.EVERYWHERE);
            };
        }
    }

    @Deployment
    static WebArchive application() throws IOException {
        return TransactionsIT.application()
                .addClasses(
                        LimitsIT.class,
                        LimitsSeed.class,
                        KeyedInstallation.class,
                        Attempt.class,
                        Attempt.Cut.class,
                        Attempt.Open.class,
                        Asker.class,
                        Asker.Limit.class,
                        Asking.class,
                        SteadyEvidence.class);
    }

    @Test
    @DisplayName("G1: each operation, asked by each role and token within each limit, answers as it declares")
    void holdsEverywhere() throws Exception {
        var contract = JsonMapper.shared()
                .readTree(asking.send(seed.anybody(), "GET", "openapi.json", "", "")
                        .body());
        var declared = new TreeMap<String, Declared>();
        contract.get("paths")
                .forEachEntry((_, verbs) -> verbs.forEachEntry((_, operation) -> {
                    var one = Declared.of(operation);
                    declared.put(one.id(), one);
                }));
        var attempts = seed.attempts(asking.asAnybody(seed));

        var tried = new TreeSet<String>();
        attempts.forEach(attempt -> tried.add(attempt.operation));
        assertEquals(declared.keySet(), tried, "every operation is tried, and no other");

        var wrong = new ArrayList<String>();
        int cells = 0;
        var askers = new ArrayList<>(asking.people(seed));
        askers.addAll(Asking.machines(seed));
        for (var asker : askers) {
            for (var attempt : attempts) {
                cells++;
                tried(java.util.Objects.requireNonNull(declared.get(attempt.operation)), asker, attempt, wrong);
            }
        }
        seed.tidy();
        System.out.println("limits: " + cells + " cells of " + declared.size() + " operations, wrong: " + wrong.size());
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong:\n" + String.join("\n", wrong));
    }

    /** An object that cannot be made is a fault of one attempt and hides no other. */
    private void tried(Declared declared, Asker asker, Attempt attempt, List<String> wrong) {
        try {
            attempt(declared, asker, attempt, wrong);
        } catch (Exception e) {
            wrong.add(attempt + " by " + asker + ": could not be tried: " + e);
        }
    }

    private void attempt(Declared declared, Asker asker, Attempt attempt, List<String> wrong) throws Exception {
        boolean lets = declared.lets(asker, attempt);
        var path = attempt.path.get();
        var answer = asking.send(asker, attempt.verb, "api/v1/" + path, attempt.type, attempt.body.apply(asker));
        int status = answer.statusCode();
        var what = attempt + " by " + asker + ": ";
        if (!lets && !REFUSED.contains(status)) {
            wrong.add(what + "expected to be refused (403 or 404), got " + told(answer));
        } else if (lets && !attempt.succeeded(status)) {
            wrong.add(what + "expected to be allowed, got " + told(answer));
        } else if (lets && attempt.cut != null) {
            boolean seen = attempt.cut.seen().test(asker.limit().scope());
            if (answer.body().contains(attempt.cut.words().get()) != seen) {
                wrong.add(what + "expected " + (seen ? "" : "nothing of ")
                        + attempt.cut.words().get() + ", got " + told(answer));
            }
        }
        if (status / 100 == 2) {
            attempt.done();
        }
    }

    private static String told(HttpResponse<String> answer) {
        var text = answer.body().replace('\n', ' ');
        return answer.statusCode() + " " + text.substring(0, Math.min(300, text.length()));
    }
}
