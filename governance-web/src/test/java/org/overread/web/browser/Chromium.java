package org.overread.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.overread.web.testing.RunningServer;

/**
 * The system's Chromium, started once for all journeys. Each visit is a browser of its own, without cookies of others; a
 * visit that ended in a failure leaves a picture of what was on the screen in {@code target/browser}.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback {
    private static final Namespace PLACE = Namespace.create(Chromium.class);
    private static final Path PICTURES = Path.of("target/browser");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<Visit> visits = new ArrayList<>();
    private @Nullable Started started;

    /** Playwright and the browser it drives; ends with the tests. */
    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        static Started now() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Started(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(installed())
                                    .setArgs(ARGUMENTS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getRoot().getStore(PLACE).computeIfAbsent(Started.class, _ -> Started.now(), Started.class);
    }

    /** Somebody new at a browser. */
    Visit visit(Device device) {
        if (started == null) {
            throw new IllegalStateException("register it as a static extension");
        }
        var visit = new Visit(started.browser().newContext(device.options()), device, RunningServer.get());
        visits.add(visit);
        return visit;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException().ifPresent(_ -> picture(context));
        visits.forEach(Visit::end);
        visits.clear();
    }

    private void picture(ExtensionContext context) {
        for (int i = 0; i < visits.size(); i++) {
            visits.get(i)
                    .picture(PICTURES.resolve("%s-%d.png"
                            .formatted(context.getRequiredTestMethod().getName(), i + 1)));
        }
    }

    private static Path installed() {
        var path = Path.of(System.getenv().getOrDefault("OVERREAD_CHROMIUM", "/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "The browser tests need Chromium, and %s is none: run them by ./overread test, which installs it, or"
                                    .formatted(path)
                            + " install the package chromium, or set OVERREAD_CHROMIUM to where it is.");
        }
        return path;
    }
}
