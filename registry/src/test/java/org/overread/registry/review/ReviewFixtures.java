package org.overread.registry.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.registry.testing.GivenRights;

/** People, places and signatures as tests speak of them. */
public final class ReviewFixtures {
    public static final Place SEPSIS_NORTH =
            Place.ofModel("sepsis", "emergency").at("north");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");
    public static final Covered SEEN =
            new Covered(Digest.of("what is asked"), Digest.of("evidence"), Digest.of("policy"));

    public static final Actor.Person OWNER = person(1, "Olga Owner", Role.MODEL_OWNER);
    public static final Actor.Person CLINICAL = person(2, "Dr. Carl Clinical", Role.CLINICAL_REVIEWER);
    public static final Actor.Person SECOND_CLINICAL = person(3, "Dr. Cora Clinical", Role.CLINICAL_REVIEWER);
    public static final Actor.Person TECHNICAL = person(4, "Tom Technical", Role.TECHNICAL_REVIEWER);
    public static final Actor.Person CHAIR = person(5, "Dr. Clara Chair", Role.CHAIR);
    public static final Actor.Person SECOND_CHAIR = person(7, "Dr. Carol Chair", Role.CHAIR);
    public static final Actor.Person EVERY_ROLE = person(6, "Eve Every", Role.values());

    private ReviewFixtures() {}

    /** A person who holds the roles everywhere. */
    public static Actor.Person person(int number, String name, Role... roles) {
        return person(number, name, Scope.EVERYWHERE, roles);
    }

    /** A person who holds the roles within one scope. */
    public static Actor.Person person(int number, String name, Scope scope, Role... roles) {
        Set<Grant> grants = Stream.of(roles).map(role -> new Grant(role, scope)).collect(Collectors.toSet());
        return person(number, name, GivenRights.of(grants));
    }

    /** A person with rights that the test can change. */
    public static Actor.Person person(int number, String name, GivenRights rights) {
        return new Actor.Person(new PersonId(new UUID(5, number)), "login" + number, name, rights);
    }

    /** The committee, as records name its people. */
    public static People people() {
        var known = Stream.of(OWNER, CLINICAL, SECOND_CLINICAL, TECHNICAL, CHAIR, SECOND_CHAIR, EVERY_ROLE)
                .collect(Collectors.toMap(Actor.Person::personId, Actor.Person::name));
        return new People() {
            @Override
            public Optional<NamedPerson> named(PersonId id) {
                return Optional.ofNullable(known.get(id)).map(name -> new NamedPerson(id, name, true));
            }
        };
    }

    public static Intent review(Actor.Person signer, Role as) {
        return new Intent(signer, as, Meaning.REVIEW, "Figures checked.", BERLIN);
    }

    public static Intent approval(Actor.Person signer) {
        return new Intent(signer, Role.CHAIR, Meaning.APPROVAL, "", BERLIN);
    }

    public static Intent rejection(Actor.Person signer, Role as, String why) {
        return new Intent(signer, as, Meaning.REJECTION, why, BERLIN);
    }

    /** A chain of these signatures over {@link #SEEN}, a minute apart. */
    public static SignatureChain signed(Intent... intents) {
        var chain = SignatureChain.EMPTY;
        for (int i = 0; i < intents.length; i++) {
            chain = chain.with(
                    Signature.of(intents[i], new UUID(9, i), NOON.plusSeconds(60L * i), SEEN, null, chain.last()));
        }
        return chain;
    }
}
