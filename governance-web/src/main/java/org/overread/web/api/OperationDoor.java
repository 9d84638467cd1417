package org.overread.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.overread.web.api.contract.Operation;
import org.overread.web.security.CurrentActor;

/**
 * Turns away whoever holds a permission nowhere that the contract says the operation needs, so that a list is refused to
 * them and not merely empty. Where the permission must reach is for the services to judge.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class OperationDoor implements ContainerRequestFilter {
    @Context
    ResourceInfo asked;

    @Inject
    CurrentActor current;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = asked.getResourceMethod();
        var told = method == null ? null : method.getAnnotation(Operation.class);
        if (told != null) {
            for (var permission : told.needs()) {
                current.actor().mustBeAllowedSomewhere(permission);
            }
        }
    }
}
