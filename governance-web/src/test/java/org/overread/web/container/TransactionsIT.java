package org.overread.web.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.identity.AccountDraft;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;
import org.overread.registry.identity.SignInAnswer;

/** The built application inside the real server: what belongs together is kept together. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
    private static final Actor PRODUCT = new Actor.Product("container-test");

    @Inject
    People people;

    @Inject
    AuditSearch audit;

    @Inject
    TrailChecks checks;

    @Inject
    SignIn signIn;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    /** The application as built, with one more door: for those who run the test. */
    @Deployment
    static WebArchive application() throws IOException {
        var doors = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"))
                .replace(
                        "<url-pattern>/sign-in</url-pattern>",
                        "<url-pattern>/sign-in</url-pattern><url-pattern>/ArquillianServletRunnerEE9</url-pattern>");
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/ROOT.war"))
                .addClass(TransactionsIT.class)
                .setWebXML(new StringAsset(doors));
    }

    @Test
    @DisplayName("E3: a deed and its audit entry are kept together or not at all")
    void rollsBackTheDeedWithItsEntry() throws Exception {
        long before = entries();

        transaction.begin();
        people.create(PRODUCT, someone("rolled.back"));
        transaction.rollback();

        assertFalse(signIn.actor("rolled.back").isPresent());
        assertEquals(before, entries());
    }

    @Test
    @DisplayName("E3: entries that many append at once make one unbroken chain")
    void chainsEntriesOfManyAtOnce() {
        long before = entries();

        var all = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> people.create(PRODUCT, someone("many-" + UUID.randomUUID())), executor))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertEquals(before + 24, entries());
        assertInstanceOf(ChainVerification.Verified.class, checks.whole(PRODUCT).result());
    }

    @Test
    @DisplayName("G1: a failed sign-in stays counted although nothing else is kept")
    void keepsTheFailureOfARefusedSignIn() throws Exception {
        people.create(PRODUCT, someone("locked.out"));

        for (int attempt = 0; attempt < 5; attempt++) {
            transaction.begin();
            signIn.attempt("locked.out", "wrong password");
            transaction.rollback();
        }

        var refused =
                assertInstanceOf(SignInAnswer.Refused.class, signIn.attempt("locked.out", "correct horse battery"));
        assertTrue(refused.until() != null, "locked out for a while");
    }

    private long entries() {
        return audit.count(PRODUCT, AuditFilter.ALL);
    }

    private static AccountDraft someone(String login) {
        return new AccountDraft(login, "Some One", "correct horse battery");
    }
}
