package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.ErrorParameter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

class BrokenPageTest {
    private final BrokenPage page = new BrokenPage();

    @Test
    void saysWhatTheServiceSaid() {
        assertThat(shown(new GovernanceException(ErrorCode.NOT_FOUND, "There is no model x")))
                .isEqualTo(404);
        assertThat(words()).startsWith("There is no model x");
        assertThat(page.getPageTitle()).isEqualTo("Nothing here");
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        assertThat(shown(new IllegalStateException(new SQLException("gone", "08006"))))
                .isEqualTo(503);
        assertThat(words()).startsWith("The database does not answer.");
    }

    @Test
    void saysNothingOfTheInsideWhenItIsAFaultOfOurs() {
        assertThat(shown(new IllegalStateException("secret detail"))).isEqualTo(500);
        assertThat(words()).contains("the fault is on our side").doesNotContain("secret");
    }

    @SuppressWarnings("NullAway") // the page does not look at the event
    private int shown(Exception thrown) {
        return page.setErrorParameter(null, new ErrorParameter<>(Exception.class, thrown));
    }

    private String words() {
        return page.getElement().getTextRecursively();
    }
}
