package org.overread.web.foryou;

import java.util.List;
import org.overread.registry.Actor;
import org.overread.web.shell.NavigationCount;

/**
 * A kind of work that can wait for a person, such as outputs to review. Every CDI bean of this type is found and shown
 * on the page <em>For you</em> by itself, under its heading.
 */
public interface WaitingWork {
    /** The heading above this kind of work. */
    String heading();

    /** Where it stands: what clinicians fear 5, outputs to review 10, signatures 20, decisions 30, alerts 40, outputs called wrong 45, addresses 50. */
    int order();

    /** What waits for that person now, most urgent first; empty when nothing does or it is none of their business. */
    List<Waiting> of(Actor.Person person);

    /** The first of it. */
    default List<Waiting> first(Actor.Person person, int most) {
        return of(person).stream().limit(most).toList();
    }

    /** How much waits; beyond {@link NavigationCount#MANY} it need only be more than that. */
    default long count(Actor.Person person) {
        return of(person).size();
    }

    /** What the first are called among all. */
    default String firstAre() {
        return "most urgent";
    }
}
