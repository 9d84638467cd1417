package org.overread.web.promotion;

import org.overread.registry.catalog.Replacement;

/** What ends and what stays at a site, in the words of every page on which somebody asks for it or signs it. */
final class WhatEnds {
    private WhatEnds() {}

    /** Such as {@code At North Hospital: Version 1 (General use) ends there.} */
    static String sentence(Replacement replacement, String site) {
        return "At " + site + ": " + replacement.sentence();
    }
}
