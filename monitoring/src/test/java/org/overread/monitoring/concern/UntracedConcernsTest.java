package org.overread.monitoring.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.notify.mail.ConcernMail;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;

@DisplayName("A3: a safety concern on an output that nobody knows")
class UntracedConcernsTest extends ConcernBench {
    private final UntracedConcerns untraced = new UntracedConcerns();
    private final List<String> mails = new ArrayList<>();
    private boolean setUp = true;
    private boolean taken = true;

    UntracedConcernsTest() {
        untraced.findings = services.book;
        untraced.log = services.log;
        untraced.circles = circles;
        untraced.trail = audit;
        untraced.told = new AuditSearch() {
            @Override
            public long count(Actor actor, AuditFilter filter) {
                return audit.recorded().stream()
                        .filter(each -> each.deed().action().equals(filter.action())
                                && each.deed().subjectId().equals(filter.text()))
                        .count();
            }
        };
        untraced.mail = new ConcernMail() {
            @Override
            public boolean open() {
                return setUp;
            }

            @Override
            public boolean tell(PersonId person, UUID feedback, Instant since) {
                mails.add(person + " " + feedback);
                return taken;
            }
        };
    }

    private void round() {
        inTransaction(untraced::waiting).forEach(concern -> inTransaction(() -> untraced.tell(concern)));
    }

    @Test
    @DisplayName("A3: it is mailed once, to the safety officers who watch everywhere, and that is on record")
    void isMailedOnceToThoseWhoWatchEverywhere() {
        fear("harm", "late");

        round();
        round();

        assertThat(mails).containsExactly(OMAR.personId() + " " + id("harm"));
        assertThat(audit.actions()).filteredOn(UntracedConcerns.TOLD::equals).hasSize(1);
        assertThat(audit.recorded().toString()).doesNotContain("He was in shock");
    }

    @Test
    void isTriedAgainUntilSomebodyCouldBeToldAndOnlyWhereMailIsSetUp() {
        fear("harm", "late");
        setUp = false;
        round();
        assertThat(mails).isEmpty();

        setUp = true;
        taken = false;
        round();
        round();
        assertThat(mails).hasSize(2);
        assertThat(audit.actions()).doesNotContain(UntracedConcerns.TOLD);
    }

    @Test
    @DisplayName("A3: what is known, answered, or only called wrong is not told this way")
    void isOnlyForConcernsThatNobodyKnowsWhereToPut() {
        show("known", "north");
        fear("seen", "known");
        callWrong("wrong", "late");
        fear("answered", "other");
        answer(OMAR, "answered", Disposition.UNDER_INVESTIGATION);

        round();

        assertThat(mails).isEmpty();
    }
}
