package org.overread.web.foryou;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = ForYouView.class)
@AddBeanClasses({ForYouView.class, WaitingCount.class})
class ForYouViewTest extends ViewTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final List<Waiting> OUTPUTS = new ArrayList<>();
    private static final List<Waiting> SIGNATURES = new ArrayList<>();

    @Produces
    static final WaitingWork SIGNING = new Fixed("To sign", 20, SIGNATURES);

    @Produces
    static final WaitingWork REVIEWING = new Fixed("To review", 10, OUTPUTS);

    @Inject
    WaitingCount count;

    @BeforeEach
    void nothingWaits() {
        OUTPUTS.clear();
        SIGNATURES.clear();
        SignedIn.as(People.with(Role.CLINICIAN));
    }

    @Test
    void saysWhatWillAppearHereWhileNothingWaits() {
        navigate(ForYouView.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .first()
                .isEqualTo("Nothing waits for you.");
    }

    @Test
    void showsWhatWaitsByKindInTheirOrderAndLeavesOutKindsWithoutWork() {
        OUTPUTS.add(new Waiting("Sepsis risk 0.31, patient x9f", "review/1", MORNING));
        OUTPUTS.add(new Waiting("Sepsis risk 0.12, patient a01", "review/2", MORNING));

        navigate(ForYouView.class);

        assertThat(find(H2.class).all()).extracting(H2::getText).containsExactly("To review");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref, Anchor::getText)
                .containsExactly(
                        tuple("review/1", "Sepsis risk 0.31, patient x9f"),
                        tuple("review/2", "Sepsis risk 0.12, patient a01"));
    }

    @Test
    void ordersTheKinds() {
        SIGNATURES.add(new Waiting("Promotion of sepsis/2", "promotions/1", MORNING));
        OUTPUTS.add(new Waiting("Sepsis risk 0.31, patient x9f", "review/1", MORNING));

        navigate(ForYouView.class);

        assertThat(find(H2.class).all()).extracting(H2::getText).containsExactly("To review", "To sign");
    }

    @Test
    @DisplayName("B9: the number beside For you is how much stands on it")
    void countsWhatStandsThere() {
        var person = People.with(Role.CLINICIAN);
        assertThat(count.of(person)).isZero();

        SIGNATURES.add(new Waiting("Promotion of sepsis/2", "promotions/1", MORNING));
        OUTPUTS.add(new Waiting("Sepsis risk 0.31, patient x9f", "review/1", MORNING));
        OUTPUTS.add(new Waiting("Sepsis risk 0.12, patient a01", "review/2", MORNING));

        assertThat(count.of(person)).isEqualTo(3);
        assertThat(count.view()).isEqualTo(ForYouView.class);
    }

    @Test
    @DisplayName(
            "B9: a list that is cut says of how many, the number beside For you counts them all, and the rest is a tap away")
    void saysWhatItCuts() {
        IntStream.rangeClosed(1, 120)
                .forEach(each -> OUTPUTS.add(new Waiting("Output " + each, "review/" + each, MORNING)));

        navigate(ForYouView.class);
        assertThat(find(Anchor.class).all()).hasSize(50);
        assertThat(words()).containsExactly("The 50 most urgent of 120.");
        assertThat(count.of(People.with(Role.CLINICIAN))).isEqualTo(120);

        test(find(Button.class).withText("Show 50 more").single()).click();
        assertThat(find(Anchor.class).all()).hasSize(100);
        assertThat(words()).containsExactly("The 100 most urgent of 120.");

        test(find(Button.class).withText("Show 20 more").single()).click();
        assertThat(find(Anchor.class).all()).hasSize(120);
        assertThat(words()).isEmpty();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private record Fixed(String heading, int order, List<Waiting> waiting) implements WaitingWork {
        @Override
        public List<Waiting> of(Actor.Person person) {
            return waiting;
        }
    }
}
