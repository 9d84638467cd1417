package org.overread.monitoring.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.overread.monitoring.alert.AlertDuty;
import org.overread.monitoring.alert.AlertServices;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.alert.store.AlertStores;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.monitoring.notify.mail.MailServices;
import org.overread.monitoring.notify.mail.MailTrial;
import org.overread.monitoring.notify.store.NoticeStores;
import org.overread.monitoring.notify.webhook.WebhookDraft;
import org.overread.monitoring.notify.webhook.WebhookServices;
import org.overread.monitoring.notify.webhook.Webhooks;
import org.overread.monitoring.notify.wire.Outside;
import org.overread.monitoring.notify.wire.WebhookSignature;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

/** Alerts of a version whose news go outside, over real sockets, with a real database. */
abstract class NoticeTest extends StoreTest {
    static final Actor.Person MIRA = CatalogFixtures.MIRA;
    static final Actor.Person TOM = Actors.person("tom", Role.TECHNICAL_REVIEWER);
    static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    static final Actor.Product PRODUCT = new Actor.Product("monitoring");
    static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder = Path.of("");

    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final Installation installation = new Installation();
    final Map<String, String> environment = new HashMap<>();
    final Outbox outbox = NoticeStores.outbox(entities());
    final AlertNotices notices = new AlertNotices();
    final ReceiverBook receivers = NoticeStores.receivers(entities());
    final Postings postings = new Postings() {
        @Override
        List<Destination> due() {
            return inTransaction(super::due);
        }

        @Override
        Optional<Posting> begin(Destination to) {
            return inTransaction(() -> super.begin(to));
        }

        @Override
        void end(Posting posting, Answer answer) {
            inTransaction(() -> super.end(posting, answer));
        }
    };
    final Sending sending = new Sending();
    final Deliveries deliveries = new Deliveries();
    final DeliveryRetention retention = new DeliveryRetention();
    final Addresses addresses;
    final MailTrial trial;
    final Webhooks webhooks;
    final Alerts alerts;
    final Catalog catalog;
    final Receiver receiver = new Receiver();
    List<PersonId> alsoTold = List.of();
    Instant now = MONDAY;

    NoticeTest() {
        super("monitoring");
        installation.environment = environment;
        var accounts = new InMemoryAccounts().with(MIRA).with(TOM).with(ADMIN);
        var book = NoticeStores.webhooks(entities());
        var sealing = Outside.sealing(installation);
        addresses = MailServices.addresses(NoticeStores.addresses(entities()), receivers, accounts, audit, () -> now);
        trial = MailServices.trial(installation, Outside.smtp(installation), audit);
        var channels = new ListedChannels(
                MailServices.channel(installation, addresses, Outside.smtp(installation), _ -> alsoTold),
                WebhookServices.channel(book, sealing, Outside.http(installation), installation, () -> now));
        var log = AlertStores.log(entities());
        notices.alerts = log;
        notices.outbox = outbox;
        notices.channels = channels;
        notices.clock = () -> now;
        sending.postings = postings;
        postings.outbox = outbox;
        postings.receivers = receivers;
        postings.channels = channels;
        postings.trail = audit;
        postings.clock = () -> now;
        deliveries.outbox = outbox;
        deliveries.receivers = receivers;
        deliveries.channels = channels;
        deliveries.trail = audit;
        deliveries.clock = () -> now;
        retention.outbox = outbox;
        retention.trail = audit;
        retention.clock = () -> now;
        catalog = CatalogFixtures.sepsisCatalog(audit, 1).catalog();
        webhooks = WebhookServices.webhooks(
                book, outbox, receivers, deliveries, sealing, installation, catalog, audit, () -> now);
        alerts = AlertServices.alerts(catalog, log, notices, audit, () -> now);
    }

    @BeforeEach
    void aKey() throws IOException {
        environment.put(
                Installation.KEY_FILE,
                Files.writeString(folder.resolve("key"), "0f".repeat(32) + "\n").toString());
        environment.put(Installation.PLAIN_WEBHOOKS, "true");
        environment.put(Installation.PUBLIC_ADDRESS, "https://overread.hospital.example");
    }

    @AfterEach
    void stopReceiver() {
        receiver.server.stop(0);
    }

    /** What the checks say is told to the alerts, in one transaction. */
    void run(Check... checks) {
        inTransaction(() -> alerts.apply(PRODUCT, SEPSIS_1, PlanFixtures.plan(), List.of(checks)));
    }

    /** A clinician's concern is put on a clock, in one transaction. */
    void concern() {
        var duty = new AlertDuty(null, MIRA.personId(), TOM.personId(), "Answer it.", "Answer it.");
        var check =
                Check.of("concern:1", CheckKind.CONCERN, "Safety concern", CheckState.ALERT, "Somebody fears harm.");
        inTransaction(() -> alerts.follow(PRODUCT, SEPSIS_1, duty, List.of(check)));
    }

    /** Sends what is due, as the rounds do; how much was delivered. */
    int sendAll() {
        int sent = 0;
        for (var to : sending.due()) {
            while (sending.sendNext(to)) {
                sent++;
            }
        }
        return sent;
    }

    List<Delivery> latest() {
        return inTransaction(() -> deliveries.latest(ADMIN));
    }

    /** Adds a webhook that leads to the receiver; its secret. */
    String webhook() {
        return inTransaction(() -> webhooks.add(ADMIN, new WebhookDraft("Pager", receiver.address(), null)))
                .secret();
    }

    UUID webhookId() {
        return webhooks.all(ADMIN).getFirst().id();
    }

    /** One call as it came in. */
    record Call(String id, String timestamp, String signature, String body) {
        boolean genuine(String secret, Instant now) {
            return WebhookSignature.fits(secret, id, timestamp, signature, body, now);
        }
    }

    /** A system that is called: it answers what the test says, 204 when it says nothing, and keeps every call. */
    static final class Receiver {
        final List<Call> calls = new ArrayList<>();
        final Deque<Integer> answers = new ArrayDeque<>();
        Runnable meanwhile = () -> {};
        final HttpServer server;

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/hook", exchange -> {
                var headers = exchange.getRequestHeaders();
                calls.add(new Call(
                        headers.getFirst(WebhookSignature.ID),
                        headers.getFirst(WebhookSignature.TIMESTAMP),
                        headers.getFirst(WebhookSignature.SIGNATURE),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                meanwhile.run();
                exchange.getResponseHeaders().set("Location", "/hook");
                exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.pop(), -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }
    }
}
