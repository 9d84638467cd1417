package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** Somebody whose session ends while their page is open, and somebody who signs out. */
class SessionEndBrowserIT {
    private static final String CARA = "cara.reviewer";
    private static final String ROOT = "root.admin";
    private static final String CHOSEN = "a password of the day";
    private static final Pattern PASSWORD_CHANGED = Pattern.compile("Your password was changed at [0-9:]+ UTC");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final RunningServer server = RunningServer.get();

    @Test
    @DisplayName("G1: an open page says by itself that its session has ended, and Enter leads to sign in and back")
    void tellsTheOpenPage() {
        var visit = CHROMIUM.visit(Device.DESKTOP);
        var elsewhere = Caller.person(server, CARA);
        visit.signIn(CARA);
        var page = visit.page();
        choosePassword(elsewhere, server.password(), CHOSEN);
        try {
            assertThat(notice(page)).containsText(PASSWORD_CHANGED);
            assertThat(wayOn(page)).isFocused();
            visit.accessible("Session ended");
            visit.fitsTheNarrowestScreen("Session ended");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/sign-in?then="));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText(PASSWORD_CHANGED);
            visit.accessible("Sign in, after the session has ended");
        } finally {
            choosePassword(elsewhere, CHOSEN, server.password());
        }
    }

    @Test
    @DisplayName("G1: it says so above a dialog that is open, and Escape is for the notice")
    void tellsItAboveADialog() {
        var visit = CHROMIUM.visit(Device.PHONE);
        var elsewhere = Caller.person(server, ROOT);
        visit.signIn(ROOT);
        new PersonScreen(visit, "Max Lindqvist").press("Deactivate …");
        var page = visit.page();
        choosePassword(elsewhere, server.password(), CHOSEN);
        try {
            assertThat(notice(page)).containsText(PASSWORD_CHANGED);
            assertThat(wayOn(page)).isFocused();
            page.keyboard().press("Tab");
            assertThat(wayOn(page)).isFocused();
            page.keyboard().press("Escape");
            page.waitForURL(url -> url.contains("/sign-in?then="));
        } finally {
            choosePassword(elsewhere, CHOSEN, server.password());
        }
    }

    @Test
    @DisplayName("G1: a click that comes before the page knew is answered in the same form")
    void answersAClickInTheSameForm() {
        var visit = CHROMIUM.visit(Device.DESKTOP);
        var elsewhere = Caller.person(server, CARA);
        var page = visit.page();
        page.route("**/session", Route::abort);
        visit.signIn(CARA);
        choosePassword(elsewhere, server.password(), CHOSEN);
        try {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                    .click();
            assertThat(notice(page)).containsText(PASSWORD_CHANGED);
            page.keyboard().press("Escape");
            page.waitForURL(url -> url.contains("/sign-in?then="));
        } finally {
            choosePassword(elsewhere, CHOSEN, server.password());
        }
    }

    @Test
    @DisplayName("G1: signing out by the menu ends the session, by keyboard too")
    void signsOut() {
        var visit = CHROMIUM.visit(Device.DESKTOP);
        visit.signIn(CARA);
        var page = visit.page();
        page.locator("vaadin-menu-bar-button").first().focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-menu-bar-item")
                .filter(new Locator.FilterOptions().setHasText("Sign out"))
                .focus();
        page.keyboard().press("Enter");

        page.waitForURL(url -> url.endsWith("/sign-in?out"));
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("You have signed out.");
        visit.open("models");
        assertThat(page.getByLabel("Log-in name")).isVisible();
    }

    private static Locator notice(Page page) {
        return page.getByRole(AriaRole.ALERTDIALOG, new Page.GetByRoleOptions().setName("Signed out"));
    }

    private static Locator wayOn(Page page) {
        return notice(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in"));
    }

    private static void choosePassword(Caller person, String present, String chosen) {
        var answer = person.form("password", Map.of("present", present, "chosen", chosen, "again", chosen));
        if (answer.status() != 302) {
            throw new IllegalStateException(answer.text());
        }
    }
}
