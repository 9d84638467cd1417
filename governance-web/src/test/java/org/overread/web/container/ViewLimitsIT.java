package org.overread.web.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page by its address, entered by every role within every limit, as a browser asks for it; what belongs to other
 * sites, departments and models by their ids in the address, and on the tabs of a version.
 */
@ExtendWith(ArquillianExtension.class)
class ViewLimitsIT {
    /** The titles of what stands in place of a page that is not shown. */
    private static final Set<String> CLOSED = Set.of("Nothing here", "Not open to you");

    private static final Set<String> BROKEN = Set.of("Something went wrong", "Not now", "This cannot be shown");

    @Inject
    LimitsSeed seed;

    @Inject
    BeanManager beans;

    private final Asking asking = new Asking();

    @Deployment
    static WebArchive application() throws IOException {
        return LimitsIT.application().addClasses(ViewLimitsIT.class, Asking.Page.class, Visit.class, LimitsPages.class);
    }

    @Test
    @DisplayName("G1: each page, entered by its address by each role within each limit, is open or closed as declared")
    void holdsOnEveryPage() throws Exception {
        var visits = new LimitsPages(seed).visits(asking.asAnybody(seed));
        assertEquals(
                String.join("\n", routes()),
                visits.stream().map(Visit::route).distinct().sorted().collect(Collectors.joining("\n")),
                "every page is visited, and no other");

        var wrong = new ArrayList<String>();
        int cells = 0;
        for (var asker : asking.people(seed)) {
            var page = asking.page(asker);
            for (var visit : visits) {
                cells++;
                judge(asker, visit, page.at(visit.address()), wrong);
            }
        }
        System.out.println("limits: " + cells + " cells of pages, wrong: " + wrong.size());
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " wrong:\n" + String.join("\n", wrong));
    }

    private List<String> routes() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass().getAnnotation(Route.class))
                .filter(Objects::nonNull)
                .map(route -> route.value().replaceAll("\\([^/]*\\)", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static void judge(Asker asker, Visit visit, String drawn, List<String> wrong) {
        var what = visit.address() + " by " + asker + ": ";
        boolean closed = CLOSED.stream().anyMatch(title -> drawn.contains("\"" + title + "\""));
        if (BROKEN.stream().anyMatch(drawn::contains)) {
            wrong.add(what + "broken: " + start(drawn));
        } else if (visit.open().test(asker) == closed) {
            wrong.add(what + "expected " + (closed ? "open" : "closed") + ", got " + start(drawn));
        } else if (!closed
                && visit.words() != null
                && drawn.contains(visit.words()) != visit.shown().test(asker)) {
            wrong.add(what + "expected " + (visit.shown().test(asker) ? "" : "nothing of ") + visit.words());
        }
    }

    private static String start(String drawn) {
        return drawn.substring(0, Math.min(400, drawn.length()));
    }
}
