package org.overread.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;
import org.overread.web.metrics.RequestTimes;

/** Measures each request of a machine, by the path of the contract rather than by what was asked for. */
@Provider
@PreMatching
public class RequestMeter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEGUN = RequestMeter.class.getName();
    private static final String NOT_IN_THE_CONTRACT = "none";

    @Inject
    @SuppressWarnings("NullAway.Init") // the server fills it
    RequestTimes times;

    @Context
    @SuppressWarnings("NullAway.Init") // the server fills it
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGUN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGUN) instanceof Long begun) {
            var method = operation.getResourceMethod();
            var route = method == null ? NOT_IN_THE_CONTRACT : route(operation.getResourceClass(), method);
            times.add(
                    method == null ? NOT_IN_THE_CONTRACT : request.getMethod(),
                    route,
                    response.getStatus(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    /** The paths of the class and of the method, with names where ids stand. */
    static String route(AnnotatedElement type, AnnotatedElement method) {
        return (path(type) + path(method)).replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}");
    }

    private static String path(@Nullable AnnotatedElement element) {
        var path = element == null ? null : element.getAnnotation(Path.class);
        var words = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return words.isEmpty() ? "" : "/" + words;
    }
}
