package org.overread.web.browser;

import com.microsoft.playwright.Browser;

/** What somebody holds in their hand or has in front of them. */
enum Device {
    DESKTOP(1280, 900, false),
    PHONE(390, 844, true);

    /** The narrowest page that must do without scrolling sideways. */
    static final int NARROWEST = 320;

    private final int width;
    private final int height;
    private final boolean touch;

    Device(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("en-US")
                .setTimezoneId("America/Chicago")
                .setAcceptDownloads(true);
    }
}
