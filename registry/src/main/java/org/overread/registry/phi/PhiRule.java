package org.overread.registry.phi;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.overread.registry.phi.PhiFinding.Action;

/**
 * A form that tells an identifier, in a {@link PlainText}. Every repetition in a form has an upper bound, so that the
 * time a scan takes grows with the length of the text and no faster.
 *
 * @param holds what a form cannot say, such as a check digit or what stands around it
 */
record PhiRule(PhiKind kind, Action action, Pattern form, Predicate<Found> holds) {
    /** A place where the form fits. */
    record Found(String text, Matcher at) {
        String whole() {
            return at.group();
        }

        /** The named part, empty when it is not there. */
        String part(String name) {
            var part = at.group(name);
            return part == null ? "" : part;
        }

        String before(int most) {
            return text.substring(Math.max(0, at.start() - most), at.start());
        }

        String after(int most) {
            return text.substring(at.end(), Math.min(text.length(), at.end() + most));
        }
    }

    /** A rule for which capitals and small letters are the same. */
    static PhiRule rule(PhiKind kind, Action action, String form) {
        return new PhiRule(kind, action, Pattern.compile(form, CASE_INSENSITIVE), found -> true);
    }

    /** A rule that tells capitals from small letters. */
    static PhiRule exact(PhiKind kind, Action action, String form) {
        return new PhiRule(kind, action, Pattern.compile(form), found -> true);
    }

    PhiRule when(Predicate<Found> condition) {
        return new PhiRule(kind, action, form, holds.and(condition));
    }

    Stream<PhiFinding> in(PlainText plain) {
        var text = plain.toString();
        var matcher = form.matcher(text);
        var found = Stream.<PhiFinding>builder();
        // what does not hold may hide what begins inside it
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            boolean held = holds.test(new Found(text, matcher));
            if (held) {
                found.add(plain.finding(this, matcher));
            }
            from = held ? Math.max(matcher.end(), matcher.start() + 1) : matcher.start() + 1;
        }
        return found.build();
    }
}
