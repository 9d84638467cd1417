package org.overread.registry.identity.elytron;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.overread.registry.identity.PasswordHashes;
import org.overread.registry.identity.PasswordRule;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Bcrypt by WildFly Elytron, written in modular crypt format, so that cost and salt travel with the hash. */
@ApplicationScoped
class BcryptPasswordHashes implements PasswordHashes {
    /** Two to the power of this many rounds: some 250 ms on a server of 2026. */
    private static final int COST = 12;

    /** The hash of a text nobody knows, to spend the same time on a login that does not exist. */
    private static final String DECOY = "$2a$12$RFnWYp8F1cbPLkMTAbDvUuKzmlNYTm4u4m2NVT8vFy6C0.RrhVQ2e";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String hash(String password) {
        var salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        random.nextBytes(salt);
        try {
            return ModularCrypt.encodeAsString(factory()
                    .generatePassword(new EncryptablePasswordSpec(
                            characters(password), new IteratedSaltedPasswordAlgorithmSpec(COST, salt))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bcrypt is not to be had", e);
        }
    }

    @Override
    public boolean matches(String password, @Nullable String hash) {
        try {
            var factory = factory();
            boolean same = factory.verify(
                    factory.translate(ModularCrypt.decode(hash == null ? DECOY : hash)), characters(password));
            return same && hash != null && !PasswordRule.tooLong(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept password hash cannot be read", e);
        }
    }

    private static char[] characters(String password) {
        return PasswordRule.normalized(password).toCharArray();
    }

    private static PasswordFactory factory() throws GeneralSecurityException {
        return PasswordFactory.getInstance(
                BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
    }
}
