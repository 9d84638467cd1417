package org.overread.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackState;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.Role;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;
import org.overread.web.testing.Ward;

@ViewPackages(classes = MyFeedbackView.class)
@AddBeanClasses(MyFeedbackView.class)
@ExcludeBeanClasses(Feedback.class)
class MyFeedbackViewTest extends ViewTest {
    private static Ward ward = new Ward();

    @Produces
    static Feedback feedback() {
        return ward.feedback();
    }

    @BeforeEach
    void aClinician() {
        SignedIn.as(People.with(Role.CLINICIAN));
        ward = new Ward();
    }

    @Test
    void saysWhatWillAppearHere() {
        navigate(MyFeedbackView.class);

        assertThat(sentences()).first().isEqualTo("You have not said anything of an output yet.");
        assertThat(find(Select.class).all()).isEmpty();
    }

    @Test
    @DisplayName("B9: feedback shows how far it has come, and the answer")
    void showsHowFarItHasCome() {
        ward.told(overridden(
                FeedbackState.ANSWERED,
                "Your override was counted among 41. Version 2 went live at north on 4 May 2026."));

        navigate(MyFeedbackView.class);

        assertThat(text()).contains("Overridden: Output is clinically incorrect", "Sepsis risk, version 2 at north");
        assertThat(sentences())
                .contains("Your override was counted among 41. Version 2 went live at north on 4 May 2026.");
        assertThat(steps()).containsExactly("Received", "Counted", "Answered");
    }

    @Test
    void saysInWordsWhichStepsAreStillToCome() {
        ward.told(overridden(FeedbackState.COUNTED));

        navigate(MyFeedbackView.class);

        assertThat(steps()).containsExactly("Received", "Counted", "Answered, still to come");
    }

    @Test
    @DisplayName("B11: what was taken back is marked and stays")
    void marksWhatWasTakenBack() {
        ward.told(overridden(FeedbackState.WITHDRAWN));

        navigate(MyFeedbackView.class);

        assertThat(text()).contains("Taken back: it no longer counts");
        assertThat(find(Button.class).withText("Take it back").exists()).isFalse();
    }

    @Test
    void takesBack() {
        ward.told(overridden(FeedbackState.RECEIVED));
        navigate(MyFeedbackView.class);

        test(find(Button.class).withText("Take it back").single()).click();

        assertThat(ward.takenBack()).containsExactly(Ward.id("f"));
    }

    @Test
    void filtersByStateAsTheAddressSays() {
        ward.told(overridden(FeedbackState.RECEIVED)).told(overridden(FeedbackState.ANSWERED, "Thank you."));

        open("answered");

        assertThat(find(ListItem.class).withClassName("given").all()).hasSize(1);
        assertThat(sentences()).contains("Thank you.");

        open("withdrawn");

        assertThat(sentences()).first().isEqualTo("Nothing of yours is in this state.");
    }

    @Test
    void showsSomeAtATime() {
        for (int i = 0; i < 30; i++) {
            ward.told(overridden(FeedbackState.RECEIVED));
        }
        navigate(MyFeedbackView.class);
        assertThat(find(ListItem.class).withClassName("given").all()).hasSize(25);

        test(find(Button.class).withText("Show more").single()).click();

        assertThat(find(ListItem.class).withClassName("given").all()).hasSize(30);
    }

    private static MyFeedback overridden(FeedbackState state, String... replies) {
        var given = new GivenFeedback(
                Ward.id("f"),
                Ward.id("a"),
                null,
                "ana",
                "CLINICIAN",
                FeedbackKind.OVERRIDDEN,
                OverrideReason.CLINICALLY_WRONG,
                null,
                "Not sepsis",
                false,
                Ward.NOON,
                Ward.NOON);
        return new MyFeedback(given, Ward.card("a"), "Sepsis risk", state, List.of(replies));
    }

    private static void open(String state) {
        UI.getCurrent().navigate(MyFeedbackView.ADDRESS, QueryParameters.of("state", state));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }

    private List<String> steps() {
        return find(Steps.class)
                .single()
                .getChildren()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
