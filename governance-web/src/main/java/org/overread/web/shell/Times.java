package org.overread.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;

/** Times in the person's own zone, with the zone named and the UTC time behind them. */
public final class Times {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Times() {}

    /** The zone of the person's browser; UTC when it does not say, or names one that is not known here. */
    public static ZoneId zone() {
        return zone(named());
    }

    /** The zone of that name; UTC when there is none. */
    public static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? UTC : ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            return UTC;
        }
    }

    public static String text(Instant time) {
        return LONG.format(time.atZone(zone()));
    }

    /** A sentence of the product with its times in the person's zone, so that no page tells times in two zones. */
    public static String told(String sentence) {
        return told(sentence, zone());
    }

    static String told(String sentence, ZoneId zone) {
        return DayWords.retold(sentence, at -> LONG.format(at.atZone(zone)));
    }

    public static String day(Instant time) {
        return DAY.format(time.atZone(zone()));
    }

    /** A day that was a day in UTC from the start, such as the first of a window. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static Span of(Instant time) {
        var words = new Span(text(time));
        words.setTitle(time + (unknown() ? ", in UTC: the zone your browser names is not known here" : ""));
        return words;
    }

    private static boolean unknown() {
        var name = named();
        return name != null
                && !name.isBlank()
                && zone(name).equals(UTC)
                && !name.strip().equals(UTC.getId());
    }

    private static @Nullable String named() {
        @Nullable UI ui = UI.getCurrent();
        var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        return details == null ? null : details.getTimeZoneId();
    }
}
