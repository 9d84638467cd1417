package org.overread.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.regex.Pattern;
import org.overread.registry.Digest;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.web.security.CurrentActor;

/** Records what is taken from a page as a file. What cannot be recorded is not handed out. */
@ApplicationScoped
@Transactional
public class Downloads {
    private static final Pattern OF_A_MODEL = Pattern.compile("models/([^/]+)(/.*)?");

    @Inject
    CurrentActor current;

    @Inject
    AuditTrail trail;

    /**
     * @param page the address it is taken from, without its query
     * @param what which figures they are: of which version, which site, which days
     */
    public void taken(String page, String what, byte[] bytes) {
        var model = OF_A_MODEL.matcher(page);
        trail.append(
                current.actor(),
                new Deed(
                        "page.downloaded",
                        "page",
                        page,
                        model.matches() ? model.group(1) : null,
                        "took a file from a page: " + what,
                        Map.of(
                                "sha256",
                                Digest.of(bytes).hex(),
                                "lines",
                                String.valueOf(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                                        .lines()
                                        .count()))));
    }
}
