package org.overread.web.foryou;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.overread.registry.Actor;
import org.overread.web.shell.NavigationCount;

/** How much stands on the page <em>For you</em>. */
@ApplicationScoped
class WaitingCount implements NavigationCount {
    @Inject
    @Any
    Instance<WaitingWork> kinds;

    @Override
    public Class<? extends Component> view() {
        return ForYouView.class;
    }

    @Override
    public long of(Actor.Person person) {
        return kinds.stream().mapToLong(kind -> kind.count(person)).sum();
    }

    @Override
    public String words(long count) {
        return count == 1 ? "thing waits for you" : "things wait for you";
    }
}
