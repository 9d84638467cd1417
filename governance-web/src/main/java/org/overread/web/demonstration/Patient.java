package org.overread.web.demonstration;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.web.demonstration.Chance.Share;

/**
 * A patient nobody has ever been.
 *
 * @param ref a pseudonymous key
 * @param race null where it was not recorded
 */
record Patient(
        String ref,
        String site,
        String sex,
        int age,
        @Nullable String race) {
    static final String NORTH = "north";
    static final String SOUTH = "south";

    /** The first age of the group that version 1 of the sepsis model serves badly in women. */
    static final int OLD = 70;

    private static final String UNRECORDED = "";
    private static final List<Share> SITES = List.of(new Share(NORTH, 64), new Share(SOUTH, 36));
    private static final List<Share> SEXES = List.of(new Share("Female", 51), new Share("Male", 49));
    private static final List<Share> RACES = List.of(
            new Share("White", 51),
            new Share("Black or African American", 17),
            new Share("Hispanic or Latino", 13),
            new Share("Asian", 8),
            new Share("American Indian or Alaska Native", 1.4),
            new Share("Native Hawaiian or Pacific Islander", 0.12),
            new Share(UNRECORDED, 9));

    static Patient drawn(String ref, Chance chance) {
        var race = chance.among(RACES);
        return new Patient(
                ref,
                chance.among(SITES),
                chance.among(SEXES),
                (int) Math.clamp(Math.round(chance.normal(62, 18)), 18, 97),
                race.equals(UNRECORDED) ? null : race);
    }

    boolean oldWoman() {
        return age >= OLD && sex.equals("Female");
    }

    String ageBand() {
        if (age < 45) {
            return "18-44";
        }
        if (age < OLD) {
            return "45-69";
        }
        return age < 85 ? "70-84" : "85+";
    }

    SortedMap<String, String> subgroups() {
        var subgroups = new TreeMap<String, String>();
        subgroups.put("sex", sex);
        subgroups.put("age_band", ageBand());
        if (race != null) {
            subgroups.put("race", race);
        }
        return subgroups;
    }
}
