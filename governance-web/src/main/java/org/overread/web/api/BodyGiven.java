package org.overread.web.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.overread.web.api.contract.Call;
import org.overread.web.api.contract.Nullness;

/** Turns away, before any method is asked, what comes without the body it needs or without saying what the body is. */
@Provider
public class BodyGiven implements ContainerRequestFilter {
    @Context
    ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = asked.getResourceMethod();
        if (method != null && needsBody(method)) {
            if (request.getMediaType() == null && declares(method)) {
                throw new NotSupportedException();
            }
            if (!request.hasEntity()) {
                throw BodyFault.missing();
            }
        }
    }

    private static boolean needsBody(Method method) {
        return Call.entity(method)
                .filter(entity -> !Nullness.mayBeMissing(entity.getAnnotatedType()))
                .isPresent();
    }

    private static boolean declares(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }
}
