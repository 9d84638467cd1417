package org.overread.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A page of plain HTML with one form: it works at once, without scripts, with every password store and screen reader,
 * and shows nothing of the application to those who have not signed in.
 */
final class PlainPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s – Overread</title>
            <link rel="icon" href="favicon.svg">
            <link rel="stylesheet" href="sign-in.css">
            </head>
            <body>
            <main>
            <h1>Overread</h1>
            %s
            <form method="post">
            %s
            </form>
            </main>
            </body>
            </html>
            """;

    private final String title;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder fields = new StringBuilder();

    PlainPage(String title, String purpose) {
        this.title = title;
        words.append("<p class=\"purpose\">").append(escaped(purpose)).append("</p>\n");
    }

    /** Says something that has just happened; {@code null} says nothing. */
    PlainPage saying(@Nullable String message, boolean wrong) {
        if (message != null) {
            words.append(
                    "<p class=\"%s\" role=\"alert\">%s</p>%n".formatted(wrong ? "wrong" : "said", escaped(message)));
        }
        return this;
    }

    PlainPage hidden(String name, String value) {
        fields.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(name, escaped(value)));
        return this;
    }

    PlainPage text(String name, String label, String value, String autocomplete) {
        return field(name, label, "value=\"%s\" autocapitalize=\"none\"".formatted(escaped(value)), autocomplete);
    }

    PlainPage password(String name, String label, String autocomplete) {
        return field(name, label, "type=\"password\"", autocomplete);
    }

    PlainPage button(String label) {
        fields.append("<button type=\"submit\">").append(escaped(label)).append("</button>\n");
        return this;
    }

    void answer(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(PAGE.formatted(escaped(title), words, fields));
    }

    private PlainPage field(String name, String label, String attributes, String autocomplete) {
        boolean first = fields.indexOf("<label") < 0;
        fields.append("""
                <label for="%1$s">%2$s</label>
                <input id="%1$s" name="%1$s" %3$s autocomplete="%4$s" required%5$s>
                """.formatted(name, escaped(label), attributes, autocomplete, first ? " autofocus" : ""));
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
