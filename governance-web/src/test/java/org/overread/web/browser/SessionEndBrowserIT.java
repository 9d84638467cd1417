package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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
    private static final String CHOSEN = "a password of the day";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final RunningServer server = RunningServer.get();

    @Test
    @DisplayName("G1: an open page whose session has ended says so at the next click and leads back after signing in")
    void tellsTheOpenPage() {
        var visit = CHROMIUM.visit(Device.DESKTOP);
        var elsewhere = Caller.person(server, CARA);
        visit.signIn(CARA);
        choosePassword(elsewhere, server.password(), CHOSEN);
        try {
            var page = visit.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                    .click();

            assertThat(page.locator(".v-system-error"))
                    .containsText(Pattern.compile("Your password was changed at [0-9:]+ UTC"));
            page.keyboard().press("Escape");
            page.waitForURL(url -> url.contains("/sign-in?then="));
            assertThat(page.getByRole(AriaRole.ALERT))
                    .containsText(Pattern.compile("Your password was changed at [0-9:]+ UTC"));
            visit.accessible("Sign in, after the session has ended");
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
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Sign out"))
                .focus();
        page.keyboard().press("Enter");

        page.waitForURL(url -> url.endsWith("/sign-in?out"));
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("You have signed out.");
        visit.open("models");
        assertThat(page.getByLabel("Log-in name")).isVisible();
    }

    private static void choosePassword(Caller person, String present, String chosen) {
        var answer = person.form("password", Map.of("present", present, "chosen", chosen, "again", chosen));
        if (answer.status() != 302) {
            throw new IllegalStateException(answer.text());
        }
    }
}
