package org.overread.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a screen against WCAG 2.2 AA by axe-core, in light and in dark, with no rule left out. With the property
 * {@code overread.screenshots} it leaves a picture of each in that folder, for people to look at.
 */
final class Accessibility {
    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final @Nullable String PICTURES = System.getProperty("overread.screenshots");

    /** High enough for a whole page, which scrolls inside its frame. */
    private static final int TALL = 1_800;

    /** Colours may take a moment to change; whatever moves for ever is not waited for. */
    private static final String AT_REST = """
        () => document.getAnimations().every(moving => moving.playState === 'finished'
            || moving.effect.getComputedTiming().endTime === Infinity)\
        """;

    private Accessibility() {}

    /** @param screen what it is called in a failure, and its picture */
    static void check(Page page, String screen) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForFunction(AT_REST);
            picture(page, screen, scheme);
            var found = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(WCAG_2_2_AA)
                    .analyze()
                    .getViolations();
            if (!found.isEmpty()) {
                throw new AssertionError("%s (%s), at %s:%n%s"
                        .formatted(
                                screen,
                                scheme,
                                page.url(),
                                found.stream().map(Accessibility::sentence).collect(Collectors.joining("\n"))));
            }
        }
    }

    private static String sentence(Rule rule) {
        return "%s: %s%n%s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream().map(Accessibility::place).collect(Collectors.joining("\n")));
    }

    private static String place(CheckedNode node) {
        return "    %s%n      %s%n      %s".formatted(node.getTarget(), node.getHtml(), node.getFailureSummary());
    }

    private static void picture(Page page, String screen, ColorScheme scheme) {
        if (PICTURES != null) {
            var size = page.viewportSize();
            page.setViewportSize(size.width, TALL);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            PICTURES,
                            "%s-%d-%s.png"
                                    .formatted(
                                            screen.replaceAll("[^A-Za-z0-9]+", "-"),
                                            size.width,
                                            scheme.name().toLowerCase(Locale.ROOT)))));
            page.setViewportSize(size.width, size.height);
        }
    }
}
