package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TurnedAwayTest {
    private static final String WHY = "Your roles were changed at 14:03 UTC. Sign in again to go on.";

    private final Map<String, @Nullable String> headers = new HashMap<>();
    private final Map<String, @Nullable String> parameters = new HashMap<>();
    private final Map<String, Object> answered = new HashMap<>();
    private final StringWriter written = new StringWriter();

    @Test
    @DisplayName("G1: a browser that goes somewhere is led to the sign-in page and back afterwards")
    void leadsToTheSignInPage() throws IOException {
        headers.put("Accept", "text/html");

        turnAway("GET", "/promotions/7", WHY);

        assertThat(answered).containsEntry("redirect", "/sign-in?then=%2Fpromotions%2F7");
    }

    @Test
    @DisplayName("G1: an open page says what happened and leads to the sign-in page, and back to where it was")
    void tellsAnOpenPage() throws IOException {
        parameters.put("v-r", "uidl");
        headers.put("Referer", "https://overread.example/promotions/7?tab=history");

        turnAway("POST", "/", WHY);

        assertThat(answered).containsEntry("setStatus", 200);
        var error = JsonMapper.shared().readTree(written.toString()).get("meta").get("appError");
        assertThat(error.get("caption").asString()).isEqualTo("Signed out");
        assertThat(error.get("message").asString()).isEqualTo(WHY);
        assertThat(error.get("url").asString()).isEqualTo("/sign-in?then=%2Fpromotions%2F7%3Ftab%3Dhistory");
    }

    @Test
    void tellsAnOpenPageWhoseSessionIsGoneAltogether() throws IOException {
        parameters.put("v-r", "uidl");
        headers.put("Referer", "not an address");

        turnAway("POST", "/", null);

        assertThat(written.toString()).contains("You are signed out.", "/sign-in?then=%2F\"");
    }

    @Test
    @DisplayName("G1: an open page that asks whether its session goes on is told why it does not, in words for people")
    void answersAPageThatAsksByItself() throws IOException {
        headers.put("Accept", "application/json");

        turnAway("GET", SessionWatch.PATH, WHY);
        assertThat(answered).containsEntry("setStatus", 401).containsEntry(RefusalPage.DETAIL, WHY);

        turnAway("GET", SessionWatch.PATH, null);
        assertThat(answered)
                .containsEntry(RefusalPage.DETAIL, "You are signed out. Sign in again to go on where you were.");
    }

    @Test
    @DisplayName("G1: a page that only shows it is still there loads itself anew, and so comes to the sign-in page")
    void wakesAPageThatIsAsleep() throws IOException {
        parameters.put("v-r", "heartbeat");

        turnAway("POST", "/", WHY);

        assertThat(answered).containsEntry("setStatus", 403);
    }

    @Test
    @DisplayName("G1: a program is told in a problem document, with the reason")
    void tellsAProgram() throws IOException {
        headers.put("Accept", "application/json");

        turnAway("GET", "/api/v1/models", "this token ended on 1 May 2026, 12:00 UTC");

        assertThat(answered)
                .containsEntry("setStatus", 401)
                .containsEntry(RefusalPage.DETAIL, "this token ended on 1 May 2026, 12:00 UTC");
    }

    private void turnAway(String method, String path, @Nullable String why) throws IOException {
        var request = fake(HttpServletRequest.class, (call, arguments) -> switch (call) {
            case "getMethod" -> method;
            case "getRequestURI", "getServletPath" -> path;
            case "getContextPath" -> "";
            case "getQueryString" -> null;
            case "getHeader" -> headers.get(String.valueOf(arguments[0]));
            case "getParameter" -> parameters.get(String.valueOf(arguments[0]));
            case "setAttribute" -> answered.put(String.valueOf(arguments[0]), arguments[1]);
            default -> throw new UnsupportedOperationException(call);
        });
        var response = fake(HttpServletResponse.class, (call, arguments) -> switch (call) {
            case "getWriter" -> new PrintWriter(written, true);
            case "setStatus" -> answered.put(call, arguments[0]);
            default -> null;
        });
        var context = fake(HttpMessageContext.class, (call, arguments) -> {
            answered.put(call, arguments[0]);
            return AuthenticationStatus.SEND_CONTINUE;
        });

        assertThat(new TurnedAway(request, response).toSignIn(context, why))
                .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
    }

    private interface Answers {
        @Nullable Object to(String call, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                TurnedAwayTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, call, arguments) -> answers.to(call.getName(), arguments)));
    }
}
