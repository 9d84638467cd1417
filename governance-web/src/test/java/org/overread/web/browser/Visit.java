package org.overread.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.overread.web.testing.RunningServer;

/** One person at one browser. */
final class Visit {
    private static final int PATIENCE_MILLIS = 40_000;
    /**
     * What sticks out sideways once the page has laid itself out anew, which takes it a moment. Nothing may but what
     * scrolls by itself on purpose: wide tables and grids.
     */
    private static final String STICKING_OUT = """
        async width => {
            const found = () => [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > width + 1)
                .filter(part => !part.ownerSVGElement) // a drawing clips what is in it
                .filter(part => part.checkVisibility({ visibilityProperty: true }))
                .filter(part => !part.closest('.table-frame, vaadin-grid, vaadin-tabs'))
                .map(part => part.tagName + '.' + part.className);
            for (let tries = 0; tries < 60 && found().length > 0; tries++) {
                await new Promise(done => setTimeout(done, 50));
            }
            return found();
        }\
        """;

    private static final String SETTLED = """
        () => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
            && !document.querySelector('vaadin-connection-indicator[loading]')\
        """;

    private final BrowserContext context;
    private final Page page;
    private final Device device;
    private final RunningServer server;
    private int interactions;

    Visit(BrowserContext context, Device device, RunningServer server) {
        this.context = context;
        this.device = device;
        this.server = server;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    Page page() {
        return page;
    }

    /** Opens an address of the product, as a link from elsewhere does. */
    void open(String path) {
        page.navigate(server.url(path));
        settle();
    }

    /** Signs in by keyboard alone, and stands at <em>For you</em>. */
    ForYouScreen signIn(String login) {
        open("sign-in");
        page.keyboard().type(login);
        page.keyboard().press("Tab");
        page.keyboard().type(server.password());
        page.keyboard().press("Enter");
        return new ForYouScreen(this);
    }

    /** Waits until the server has answered all that was asked. */
    void settle() {
        page.waitForFunction(SETTLED);
    }

    /** Presses a key, or keys together. */
    void press(String key) {
        interactions++;
        page.keyboard().press(key);
    }

    void type(String text) {
        interactions++;
        page.keyboard().type(text);
    }

    /** How often a hand has moved so far. */
    int interactions() {
        return interactions;
    }

    void accessible(String screen) {
        settle();
        Accessibility.check(page, screen);
    }

    /** Shows the page on the narrowest screen for a moment: nobody has to scroll sideways. */
    void fitsTheNarrowestScreen(String screen) {
        settle();
        page.setViewportSize(Device.NARROWEST, device.height());
        assertThat(page.evaluate(STICKING_OUT, Device.NARROWEST))
                .as("what sticks out of %s at %d pixels", screen, Device.NARROWEST)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
        page.setViewportSize(device.width(), device.height());
    }

    void isAt(String path) {
        page.waitForURL(url -> url.replaceFirst("[?].*", "").equals(server.url(path)));
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }

    void end() {
        context.close();
    }
}
