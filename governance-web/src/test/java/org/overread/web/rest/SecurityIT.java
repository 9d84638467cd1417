package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** Nothing is reachable without sign-in but health and the sign-in page. */
class SecurityIT {
    private static final String CARA = "cara.reviewer";
    private static final String ANOTHER_PASSWORD = "another correct horse";

    private final RunningServer server = RunningServer.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/v1/models",
                "api/v1/promotions",
                "api/v1/audit",
                "openapi",
                "styles.css",
                "VAADIN/build/x.js",
                "password",
                "no-such-page"
            })
    @DisplayName("G1: a stranger is turned away everywhere")
    void turnsStrangersAway(String path) {
        var answer = Caller.stranger(server).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("G1: a browser without a session is led to the sign-in page")
    void leadsBrowsersToTheSignInPage() {
        var answer =
                Caller.stranger(server).send("GET", "models", Map.of("Accept", "text/html"), BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    @DisplayName("G1: a wrong token and a token that was never given out open nothing")
    void refusesWrongTokens() {
        assertThat(Caller.withToken(server, "ovr_guess").get("api/v1/models").status())
                .isEqualTo(401);
        assertThat(Caller.withToken(server, server.token() + "x")
                        .get("api/v1/models")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("G1: what another site made the browser send is refused although the session is good")
    void refusesForgedRequests() {
        var answer = Caller.person(server, "max.owner")
                .send(
                        "POST",
                        "api/v1/models",
                        Map.of("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site"),
                        BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("G1: a role that does not fit is told so")
    void refusesRolesThatDoNotFit() {
        var clinician = Caller.person(server, "ada.clinician");

        assertThat(clinician.post("api/v1/models", Map.of("id", "mine")).status())
                .isEqualTo(403);
        assertThat(clinician.get("api/v1/audit").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("G1: the session of before the sign-in is worth nothing afterwards")
    void changesTheSessionAtSignIn() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var body = "login=max.owner&password=" + server.password();
            var request = HttpRequest.newBuilder(URI.create(server.url("sign-in")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", "OVERREAD=planted-by-somebody")
                    .POST(BodyPublishers.ofString(body))
                    .build();

            var answer = client.send(request, BodyHandlers.ofString());

            var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).doesNotContain("planted").contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        }
    }

    @Test
    @DisplayName("G1: every answer says what a browser may do with it")
    void sendsSecurityHeaders() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url("sign-in"))).build(), BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    @DisplayName("G1: a new password ends the person's other sessions: page, open page and program say what happened")
    void endsSessionsWithANewPassword() {
        var here = Caller.person(server, CARA);
        var there = Caller.person(server, CARA);
        var another = Caller.person(server, CARA);
        choosePassword(here, server.password(), ANOTHER_PASSWORD);
        try {
            assertThat(here.get("api/v1/models").status()).isEqualTo(200);
            assertThat(there.get("api/v1/models").status()).isEqualTo(401);
            assertThat(there.get("sign-in").text()).containsPattern("Your password was changed at [0-9:]+ UTC");

            var open = another.send(
                    "POST", "?v-r=uidl&v-uiId=0", Map.of("Referer", server.url("models")), BodyPublishers.noBody());
            assertThat(open.status()).isEqualTo(200);
            assertThat(open.text()).contains("Your password was changed at ", "/sign-in?then=%2Fmodels");
        } finally {
            choosePassword(here, ANOTHER_PASSWORD, server.password());
        }
    }

    private static void choosePassword(Caller person, String present, String chosen) {
        var answer = person.form("password", Map.of("present", present, "chosen", chosen, "again", chosen));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    @Test
    @DisplayName("G1: signing out is a request of its own that another site cannot send")
    void signsOutByARequestOfItsOwn() {
        var person = Caller.person(server, CARA);

        assertThat(person.get("sign-in?out").text()).doesNotContain("You have signed out");
        assertThat(person.get("sign-out").status()).isEqualTo(405);
        assertThat(person.send("POST", "sign-out", Map.of("Sec-Fetch-Site", "cross-site"), BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
        assertThat(person.get("api/v1/models").status()).isEqualTo(200);

        assertThat(person.form("sign-out", Map.of()).status()).isEqualTo(302);
        assertThat(person.get("api/v1/models").status()).isEqualTo(401);
        assertThat(person.get("sign-in?out").text()).contains("You have signed out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "ada' OR '1'='1", "\uD800", "ada.clinician\r\nX: y"})
    @DisplayName("G1: whatever a stranger types as a login, they see fixed words and nothing of what is inside")
    void showsNothingOfWhatIsInside(String login) {
        var answer = Caller.stranger(server).signIn(login, "x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .contains("The login or the password is not right.")
                .doesNotContainIgnoringCase("select")
                .doesNotContain("Exception", "org.", "SQL");
    }

    @Test
    @DisplayName("G1: an address that the caller only claims does not make guessing any faster")
    void countsGuessesByTheRealAddress() {
        var stranger = Caller.stranger(server);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guess(stranger, "198.51.100." + guess)).contains("is not right");
        }

        assertThat(guess(stranger, "198.51.100.77")).contains("Too many attempts have failed.");
    }

    private static String guess(Caller stranger, String claimed) {
        return stranger.send(
                        "POST",
                        "sign-in",
                        Map.of("Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", claimed),
                        BodyPublishers.ofString("login=nobody.at.all&password=guess"))
                .text();
    }
}
