package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.overread.registry.identity.People;
import org.overread.web.schedule.Preparations;

/**
 * Makes the first administrator of a fresh installation, as whoever starts it says in the environment. There is no
 * password that anybody could know beforehand: when none is given, nobody can sign in.
 */
@ApplicationScoped
public class FirstAdministrator {
    private static final String WHAT = "The first administrator";

    @Inject
    People people;

    @Inject
    Preparations preparations;

    Map<String, String> environment = System.getenv();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var login = environment.get("OVERREAD_ADMIN_LOGIN");
        var password = environment.get("OVERREAD_ADMIN_PASSWORD");
        if (login != null && password != null && !Boolean.parseBoolean(environment.get("OVERREAD_DEMO"))) {
            preparations.begin(WHAT, () -> make(login, password));
        }
    }

    private void make(String login, String password) {
        if (people.nobodyYet()) {
            people.firstAdministrator(login, environment.getOrDefault("OVERREAD_ADMIN_NAME", login), password);
        }
    }
}
