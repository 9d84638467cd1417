package org.overread.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.overread.registry.identity.SignInAnswer.SignedIn;

/**
 * What the server remembers of a person between two requests: who signed in, under which generation, and what is still
 * to be said to them.
 */
final class PersonsSession {
    private static final String LOGIN = "overread.login";
    private static final String GENERATION = "overread.generation";
    private static final String PASSWORD_MUST_CHANGE = "overread.password-must-change";
    private static final String ENDED = "overread.ended";
    private static final String NEWS = "overread.news";

    private final HttpServletRequest request;

    PersonsSession(HttpServletRequest request) {
        this.request = request;
    }

    /** A session from before the sign-in is worth nothing afterwards, so that nobody can plant one. */
    void begin(SignedIn in) {
        end();
        var session = request.getSession(true);
        session.setAttribute(LOGIN, in.person().login());
        session.setAttribute(GENERATION, in.generation());
        if (in.passwordMustChange()) {
            session.setAttribute(PASSWORD_MUST_CHANGE, true);
        }
        if (in.failed() != null) {
            session.setAttribute(NEWS, in.failed().sentence());
        }
    }

    void end() {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends the session and keeps what happened, to be said on the sign-in page wherever the person asks next. */
    void end(String sentence) {
        end();
        request.getSession(true).setAttribute(ENDED, sentence);
    }

    /** What ended the session before; null when nothing did. */
    @Nullable String ended() {
        return kept(ENDED) instanceof String sentence ? sentence : null;
    }

    /** What is to be told to the person, this once; null when that is nothing. */
    @Nullable String news() {
        if (!(kept(NEWS) instanceof String sentence)) {
            return null;
        }
        request.getSession().removeAttribute(NEWS);
        return sentence;
    }

    /** Who signed in; null when nobody did. */
    @Nullable String login() {
        return kept(LOGIN) instanceof String login ? login : null;
    }

    int generation() {
        return kept(GENERATION) instanceof Integer generation ? generation : 0;
    }

    boolean passwordMustChange() {
        return kept(PASSWORD_MUST_CHANGE) != null;
    }

    /** The person chose a password here; this session goes on where all others end. */
    void passwordChanged(int generation) {
        HttpSession session = request.getSession();
        session.setAttribute(GENERATION, generation);
        session.removeAttribute(PASSWORD_MUST_CHANGE);
    }

    private @Nullable Object kept(String name) {
        var session = request.getSession(false);
        return session == null ? null : session.getAttribute(name);
    }
}
