package org.overread.web.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.sidenav.SideNavItem;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.web.shell.MainLayout;
import org.overread.web.shell.NavigationCount;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = {CountedView.class, MainLayout.class})
@AddBeanClasses({CountedView.class, MainLayout.class})
class NavigationCountTest extends ViewTest {
    private static final AtomicLong WAITING = new AtomicLong();

    @Produces
    static final NavigationCount COUNT = new NavigationCount() {
        @Override
        public Class<? extends Component> view() {
            return CountedView.class;
        }

        @Override
        public long of(Actor.Person person) {
            return WAITING.get();
        }

        @Override
        public String words(long count) {
            return count == 1 ? "thing waits for you" : "things wait for you";
        }
    };

    @BeforeEach
    void nothingWaits() {
        WAITING.set(0);
        SignedIn.as(People.with(Role.CLINICIAN));
    }

    private String badge() {
        var item = find(SideNavItem.class).all().stream()
                .filter(each -> "Counted".equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
        var badge = item.getSuffixComponent();
        return badge.isVisible() ? badge.getElement().getTextRecursively() : "no number";
    }

    @Test
    @DisplayName("B9: the navigation tells with every page how much waits, in words too")
    void tellsHowMuchWaits() {
        navigate(CountedView.class);
        assertThat(badge()).isEqualTo("no number");

        WAITING.set(1);
        navigate(CountedView.class);
        assertThat(badge()).isEqualTo("1, 1 thing waits for you");

        WAITING.set(3);
        navigate(CountedView.class);
        assertThat(badge()).isEqualTo("3, 3 things wait for you");

        WAITING.set(1_000);
        navigate(CountedView.class);
        assertThat(badge()).isEqualTo("1,000, 1,000 things wait for you");

        WAITING.set(1_001);
        navigate(CountedView.class);
        assertThat(badge()).isEqualTo("1,000+, more than 1,000 things wait for you");
    }
}
