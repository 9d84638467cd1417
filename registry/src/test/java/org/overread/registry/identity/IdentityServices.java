package org.overread.registry.identity;

/** The services put together by hand, for tests. */
public final class IdentityServices {
    private IdentityServices() {}

    /** The service as far as it only tells of people. */
    public static People people(Accounts accounts) {
        var people = new People();
        people.accounts = accounts;
        return people;
    }
}
