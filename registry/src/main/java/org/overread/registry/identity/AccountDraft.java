package org.overread.registry.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.PersonId;

/**
 * A person as somebody wants to let them in; anything may still be missing.
 *
 * @param password the first password; null when one is set later
 */
public record AccountDraft(
        @Nullable String login,
        @Nullable String name,
        @Nullable String password) {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

    public AccountDraft {
        login = login == null ? null : normalized(login);
        name = name == null ? null : name.strip();
    }

    /** The form in which logins are kept and compared. */
    public static String normalized(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether anybody can have that login, in the form logins are kept in. */
    static boolean possible(String login) {
        return LOGIN.matcher(login).matches();
    }

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        return new FieldProblems()
                .present("login", login)
                .when(
                        login != null && !possible(login),
                        "login",
                        "must be 2 to 100 letters, digits or any of . _ @ + - and begin with a letter or digit")
                .text("name", name, 200)
                .and(
                        password == null
                                ? List.of()
                                : PasswordRule.problems("password", password, login == null ? "" : login))
                .list();
    }

    Account account(PersonId id, boolean passwordMustChange, Instant at) {
        return new Account(id, requireNonNull(login), requireNonNull(name), true, passwordMustChange, Set.of(), at);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "AccountDraft[login=" + login + ", name=" + name + "]";
    }
}
