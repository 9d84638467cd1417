package org.overread.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import org.overread.registry.Actor;
import org.overread.web.security.CurrentActor;

/** Lets a person enter only the views that one of their permissions opens; of the others they learn nothing. */
public final class Doors implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            init.getUI().addBeforeEnterListener(Doors::check);
            CDI.current().select(BrokenViews.class).get().watch(init.getUI().getSession());
        });
    }

    private static void check(BeforeEnterEvent event) {
        var target = event.getNavigationTarget();
        if (target.isAnnotationPresent(Route.class)
                && !open(target, CDI.current().select(CurrentActor.class).get().actor())) {
            ClosedDoors.tell(doors -> doors.entering(event));
            event.rerouteToError(NotFoundException.class);
        }
    }

    /** Whether the view is open to this actor, for most views somewhere; the services check the place itself. */
    public static boolean open(Class<?> view, Actor actor) {
        var needs = view.getAnnotation(Needs.class);
        return needs != null
                && Arrays.stream(needs.value())
                        .anyMatch(permission ->
                                needs.everywhere() ? actor.mayEverywhere(permission) : actor.maySomewhere(permission));
    }
}
