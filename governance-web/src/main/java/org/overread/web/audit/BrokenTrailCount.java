package org.overread.web.audit;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.registry.Actor;
import org.overread.web.shell.NavigationCount;

/** Shows beside <em>Audit trail</em> in the navigation that the trail is broken. */
@ApplicationScoped
class BrokenTrailCount implements NavigationCount {
    @Inject
    BrokenTrail trail;

    @Override
    public Class<? extends Component> view() {
        return AuditView.class;
    }

    @Override
    public long of(Actor.Person person) {
        return trail.of(person).size();
    }

    @Override
    public String words(long count) {
        return "break of the chain";
    }
}
