package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** All versions in one table, the most worrying first. */
final class MonitoringScreen extends Screen {
    MonitoringScreen(Visit visit) {
        super(visit, "Monitoring");
        waitForTitle("Monitoring");
    }

    Locator version(String name) {
        return row("Versions, the most worrying first", name);
    }
}
