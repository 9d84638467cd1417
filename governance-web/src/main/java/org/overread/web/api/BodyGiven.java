package org.overread.web.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.overread.web.api.contract.Call;
import org.overread.web.api.contract.Nullness;

/**
 * Turns away, before any method is asked, what comes without the body it needs or without saying what the body is. A
 * body that may be missing is taken as one that says nothing.
 */
@Provider
public class BodyGiven implements ContainerRequestFilter {
    @Context
    ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = asked.getResourceMethod();
        var entity = method == null ? Optional.<Parameter>empty() : Call.entity(method);
        if (entity.isEmpty()) {
            return;
        }
        if (Nullness.mayBeMissing(entity.get().getAnnotatedType())) {
            takeNothingAsEmpty(request);
            return;
        }
        if (request.getMediaType() == null && declares(method)) {
            throw new NotSupportedException();
        }
        if (NothingSent.in(request) || !request.hasEntity()) {
            throw BodyFault.missing();
        }
    }

    private static void takeNothingAsEmpty(ContainerRequestContext request) {
        if (NothingSent.in(request)) {
            request.setEntityStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean declares(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }
}
