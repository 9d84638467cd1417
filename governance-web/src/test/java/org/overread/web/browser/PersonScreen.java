package org.overread.web.browser;

/** One person and the roles they hold. */
final class PersonScreen extends Screen {
    PersonScreen(Visit visit, String name) {
        super(visit, "Person");
        visit.open("people?text=" + name.replace(" ", "%20"));
        waitForTitle("People");
        visit.accessible("People");
        follow(name);
        waitForTitle(name);
    }

    /** Gives a role for one model only. */
    void give(String role, String model) {
        choose("Role", role);
        seek("vaadin-combo-box", "Only model", model);
        press("Give this role");
    }
}
