package org.overread.web.shell;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * What a file of figures is called: which version, which figures, which site, which days. By this name it stands in the
 * audit trail too, so nothing that somebody typed comes into it.
 */
public final class FileName {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private FileName() {}

    /**
     * The name without its ending.
     *
     * @param what the figures, in small letters with hyphens
     * @param site null for all sites
     * @param from the first day; null without a beginning
     * @param to the last day; null without an end
     */
    public static String of(
            ModelVersionId version,
            String what,
            @Nullable String site,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return "%s-%d-%s-%s-%s".formatted(version.model(), version.version(), what, at(site), days(from, to));
    }

    private static String at(@Nullable String site) {
        if (site == null) {
            return "all-sites";
        }
        return ID.matcher(site).matches() ? site : "one-site";
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "all-days" : "until-" + to;
        }
        return to == null ? "since-" + from : from + "-to-" + to;
    }
}
