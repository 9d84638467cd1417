package org.overread.web.catalog;

import org.overread.registry.catalog.Stage;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** The stage of a version at a site as a word with a sign. */
public final class StageTag {
    private StageTag() {}

    public static Tag of(Stage stage) {
        return new Tag(
                stage.title(),
                switch (stage) {
                    case PILOT, GENERAL -> Tone.GOOD;
                    case SUSPENDED -> Tone.BAD;
                    case LOCAL_VALIDATION, SILENT -> Tone.WAITING;
                    case REGISTERED, RETIRED -> Tone.PLAIN;
                });
    }
}
