package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What all screens have in common: parts are found by the words that people see and screen readers say. */
abstract class Screen {
    final Visit visit;
    private final String name;

    Screen(Visit visit, String name) {
        this.visit = visit;
        this.name = name;
    }

    /** Waits for the screen with that title. */
    final void waitForTitle(String title) {
        assertThat(page().locator("h1")).hasText(title);
        visit.settle();
    }

    /** Holds the screen, as it stands now, against WCAG. */
    final void accessible() {
        visit.accessible(name);
    }

    /** The same, saying what about the screen is special now. */
    final void accessible(String now) {
        visit.accessible(name + ", " + now);
    }

    final void fitsTheNarrowestScreen() {
        visit.fitsTheNarrowestScreen(name);
    }

    final Page page() {
        return visit.page();
    }

    final Locator button(String words) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    final Locator link(String words) {
        return page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    final void press(String words) {
        button(words).click();
        visit.settle();
    }

    final void follow(String words) {
        link(words).click();
        visit.settle();
    }

    /** A part of the page under its heading. */
    final Locator section(String heading) {
        return page().locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page().getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(heading)
                                                .setExact(true))));
    }

    /** A row of a table by the words it begins with. */
    final Locator row(String caption, String begins) {
        return page().getByRole(
                        AriaRole.TABLE,
                        new Page.GetByRoleOptions().setName(caption).setExact(true))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page().getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions().setName(beginning(begins, "")))));
    }

    /** A field by its label, which may be there several times. */
    final Locator field(String kind, String label) {
        return page().locator(kind)
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator("label")
                                .filter(new Locator.FilterOptions().setHasText(beginning(label, "$")))));
    }

    final void fill(String kind, String label, String words) {
        var input = field(kind, label).locator("input, textarea");
        input.fill(words);
        input.blur();
        visit.settle();
    }

    /** Chooses in a field that offers a list. */
    final void choose(String label, String option) {
        choose(field("vaadin-select", label), option);
    }

    final void choose(Locator select, String option) {
        select.locator("vaadin-select-value-button").click();
        option(option).click();
        visit.settle();
    }

    /** Types into a field that offers what matches, and takes what is offered. */
    final void seek(String kind, String label, String option) {
        var input = field(kind, label).locator("input");
        input.fill(option);
        option(option).click();
        visit.settle();
    }

    final Locator option(String words) {
        return page().getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    final void tick(String words) {
        page().getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .check();
        visit.settle();
    }

    /** What is announced at the edge of the page. */
    final Locator notice(String words) {
        return page().locator("vaadin-notification-card").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Escaped as the browser reads patterns, which know no quoting. */
    private static Pattern beginning(String words, String end) {
        return Pattern.compile("^" + words.replaceAll("[^A-Za-z0-9 ]", "\\\\$0") + end);
    }
}
