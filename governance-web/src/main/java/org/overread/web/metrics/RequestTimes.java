package org.overread.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.registry.Actor;

/** How many requests of machines this server has answered, and how long it took until the answer began. */
@ApplicationScoped
public class RequestTimes implements Source {
    private final Map<Operation, Times> operations = new ConcurrentHashMap<>();

    /** An operation of the contract, and how it ended, such as {@code 2xx}. The route has names where ids would be. */
    private record Operation(String method, String route, String status) {}

    /** Notes that a request was answered. */
    public void add(String method, String route, int status, double seconds) {
        operations
                .computeIfAbsent(new Operation(method, route, status / 100 + "xx"), operation -> new Times())
                .add(seconds);
    }

    @Override
    public void tell(Actor actor, Exposition text) {
        var family = text.histogram("overread_request_seconds", "Time until the answer to a machine began.");
        operations.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Operation::route)
                        .thenComparing(Operation::method)
                        .thenComparing(Operation::status)))
                .forEach(entry -> {
                    var operation = entry.getKey();
                    entry.getValue()
                            .tell(
                                    family,
                                    "method",
                                    operation.method(),
                                    "route",
                                    operation.route(),
                                    "status",
                                    operation.status());
                });
    }
}
